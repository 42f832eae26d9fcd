package openlines.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** Watches folders, and sums up what is in them. */
final class FolderWatch implements AutoCloseable {
    /** The shared phrases' place among the states of bots; no folder can be called so. */
    static final String SHARED = "/intents";

    /** An editor saves in several steps; a change is looked at when nothing more has come for so long. */
    private static final long QUIET_MILLIS = 60;

    private final List<Path> folders;
    private final WatchService events;

    FolderWatch(List<Path> folders) {
        this.folders = folders;
        try {
            this.events = FileSystems.getDefault().newWatchService();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        register();
    }

    /** A sum of the files of each bot and of the shared phrases. */
    static Map<String, Long> states(Path bots, Path intents) {
        Map<String, Long> states = new TreeMap<>();
        if (Files.isDirectory(bots)) {
            BotsFolder.list(bots).forEach(entry -> states.put(BotsFolder.name(entry), sum(entry)));
        }
        if (Files.isDirectory(intents)) {
            states.put(SHARED, sum(intents));
        }
        return states;
    }

    private static long sum(Path folder) {
        var sum = new CRC32();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                sum.update(folder.relativize(file).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                sum.update(Files.readAllBytes(file));
            }
            return sum.getValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void start(Runnable changed) {
        Thread.ofVirtual().name("bots-folder").start(() -> run(changed));
    }

    private void run(Runnable changed) {
        try {
            while (true) {
                drain(events.take());
                WatchKey more;
                while ((more = events.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS)) != null) {
                    drain(more);
                }
                registerWhatIsThere();
                changed.run();
            }
        } catch (InterruptedException | ClosedWatchServiceException closed) {
            // nobody watches any more
        }
    }

    private void registerWhatIsThere() {
        try {
            register();
        } catch (UncheckedIOException vanished) {
            // a folder went meanwhile; its own event follows, and looks again
        }
    }

    private static void drain(WatchKey key) {
        key.pollEvents();
        key.reset();
    }

    /** Folders that came since; a folder that is registered already stays as it is. */
    private void register() {
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (Stream<Path> inside = Files.walk(folder)) {
                for (Path each : inside.filter(Files::isDirectory).toList()) {
                    each.register(
                            events,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_MODIFY,
                            StandardWatchEventKinds.ENTRY_DELETE);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        try {
            events.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
