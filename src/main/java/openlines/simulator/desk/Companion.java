package openlines.simulator.desk;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands beside the portal on this machine and the page may reach through it: a bot runtime, and the bots' folders. */
@Singleton
public final class Companion {

    private volatile Optional<URI> turns = Optional.empty();
    private volatile Optional<Path> bots = Optional.empty();

    Companion() {}

    /** Where the runtime tells its last turns; the page adds {@code ?chat=}. */
    public void turnsAt(URI address) {
        turns = Optional.of(address);
    }

    /** The folder with one folder a bot, into whose {@code dialogs} the page may save scripts. */
    public void botsIn(Path folder) {
        bots = Optional.of(folder);
    }

    Optional<URI> turns() {
        return turns;
    }

    List<String> bots() {
        return bots.filter(Files::isDirectory).map(Companion::names).orElse(List.of());
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(each -> Files.exists(each.resolve("bot.yml")))
                    .map(each -> each.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Writes a new script; one of that name that is there already stays, and this answers false. */
    boolean save(String bot, String file, String script) throws IOException {
        Path dialogs = bots.orElseThrow(() -> new IOException("there is no folder of bots"))
                .resolve(bot)
                .resolve("dialogs");
        Files.createDirectories(dialogs);
        Path target = dialogs.resolve(file);
        if (Files.exists(target)) {
            return false;
        }
        Files.writeString(target, script, StandardOpenOption.CREATE_NEW);
        return true;
    }
}
