package openlines.nlp;

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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import openlines.nlp.phrase.PhraseBook;
import openlines.nlp.phrase.PhraseFileException;
import org.jspecify.annotations.Nullable;

/**
 * A model that follows its phrase files: a change retrains in the background and swaps in whole; until then, and where
 * the files are wrong, the old model answers.
 */
public final class LiveNlp implements AutoCloseable {
    /** An editor saves in several steps; after so long without another, it is done. */
    private static final long QUIET_MILLIS = 150;

    private final Supplier<PhraseBook> book;
    private final List<Path> folders;
    private final Training how;
    private final AtomicReference<Nlp> current;
    private final AtomicReference<@Nullable WatchService> watching = new AtomicReference<>();
    private volatile Consumer<Nlp> listener = _ -> {};

    /**
     * Trains, and does not watch yet.
     *
     * @param book reads the phrases anew
     * @param folders whose files it reads
     * @param how to train; its progress is also told what is wrong with the files
     */
    public LiveNlp(Supplier<PhraseBook> book, List<Path> folders, Training how) {
        this.book = book;
        this.folders = List.copyOf(folders);
        this.how = how;
        this.current = new AtomicReference<>(Nlp.train(book.get(), how));
    }

    /** The model of the moment. */
    public Nlp current() {
        return java.util.Objects.requireNonNull(current.get());
    }

    /** Told each new model, after it is in place. */
    public void onSwap(Consumer<Nlp> told) {
        listener = told;
    }

    /** Reads the phrases again and trains if they changed; tells whether there is a new model. */
    public synchronized boolean refresh() {
        try {
            PhraseBook read = book.get();
            if (Nlp.fingerprint(read, how).equals(current().fingerprint())) {
                return false;
            }
            Nlp trained = Nlp.train(read, how);
            current.set(trained);
            listener.accept(trained);
            return true;
        } catch (PhraseFileException e) {
            e.complaints().forEach(how.progress());
            return false;
        } catch (UncheckedIOException e) {
            how.progress().accept("phrases can't be read now: " + e.getMessage());
            return false;
        }
    }

    /** Watches the folders from now on, on a thread of its own, until closed. */
    public LiveNlp watch() {
        try {
            WatchService service = FileSystems.getDefault().newWatchService();
            watching.set(service);
            for (Path folder : folders) {
                register(folder, service);
            }
            Thread.ofVirtual().name("phrases").start(() -> follow(service));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void register(Path folder, WatchService service) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path each : tree.filter(Files::isDirectory).toList()) {
                each.register(
                        service,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
            }
        }
    }

    private void follow(WatchService service) {
        try {
            while (true) {
                WatchKey changed = service.take();
                while (changed != null) {
                    changed.pollEvents();
                    changed.reset();
                    changed = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
                }
                // a new language's folder must be watched too; one that is watched already stays so
                for (Path folder : folders) {
                    register(folder, service);
                }
                refresh();
            }
        } catch (ClosedWatchServiceException e) {
            how.progress().accept("phrases are no longer watched");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            how.progress().accept("phrases can't be watched any longer: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        WatchService service = watching.getAndSet(null);
        if (service != null) {
            try {
                service.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
