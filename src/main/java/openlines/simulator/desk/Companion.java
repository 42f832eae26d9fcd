package openlines.simulator.desk;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import openlines.simulator.engine.JsonMap;

/** What stands beside the portal on this machine and the page may reach through it: a bot runtime, and the bots' folders. */
@Singleton
public final class Companion {
    private static final Pattern SCRIPT = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,79}\\.yml");

    /** What is wrong in a bot's file, in the words of whoever read it. */
    public record Trouble(String bot, String file, int line, String words) {}

    /** Who keeps the phrases that bots learn from. */
    public interface School {
        /** The intents that the bot of that code answers; none of a bot that is not known. */
        List<String> intents(String bot);

        /** Adds a phrase to an intent and tells the file; an IllegalArgumentException says why that can't be. */
        String teach(String bot, String language, String intent, String phrase) throws IOException;
    }

    private final FactLog log;
    private volatile Optional<URI> turns = Optional.empty();
    private volatile Optional<Path> bots = Optional.empty();
    private volatile Optional<School> school = Optional.empty();
    private volatile List<Trouble> troubles = List.of();

    Companion(FactLog log) {
        this.log = log;
    }

    /** Where the runtime tells its last turns; the page adds {@code ?chat=}. */
    public void turnsAt(URI address) {
        turns = Optional.of(address);
    }

    /** The folder with one folder a bot, into whose {@code dialogs} the page may save scripts. */
    public void botsIn(Path folder) {
        bots = Optional.of(folder);
    }

    public void taughtBy(School keeper) {
        school = Optional.of(keeper);
    }

    /** All that is wrong in bots' files at this moment; the page shows it until it is told of less. */
    public void troubled(List<Trouble> now) {
        troubles = List.copyOf(now);
        log.tell("Troubled", JsonMap.of("troubles", troubles()));
    }

    /** A bot was saved, and is at work from its next turn on. */
    public void changed(String bot) {
        log.tell("BotChanged", JsonMap.of("bot", bot));
    }

    Optional<URI> turns() {
        return turns;
    }

    Optional<School> school() {
        return school;
    }

    List<JsonMap> troubles() {
        return troubles.stream()
                .map(trouble -> JsonMap.of("bot", trouble.bot())
                        .with("file", trouble.file())
                        .with("line", trouble.line())
                        .with("words", trouble.words()))
                .toList();
    }

    List<String> bots() {
        return bots.filter(Files::isDirectory).map(Companion::names).orElse(List.of());
    }

    private static List<String> names(Path folder) {
        return list(folder, each -> Files.exists(each.resolve("bot.yml")));
    }

    /** The names of a bot's scripts. */
    List<String> scripts(String bot) {
        return bots.map(folder -> folder.resolve(bot).resolve("dialogs"))
                .filter(Files::isDirectory)
                .map(folder -> list(
                        folder,
                        each -> SCRIPT.matcher(each.getFileName().toString()).matches()))
                .orElse(List.of());
    }

    private static List<String> list(Path folder, java.util.function.Predicate<Path> wanted) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(wanted)
                    .map(each -> each.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    static boolean isScript(String file) {
        return SCRIPT.matcher(file).matches();
    }

    /** A script of a bot that is there. */
    Optional<String> script(String bot, String file) throws IOException {
        return scripts(bot).contains(file)
                ? Optional.of(Files.readString(dialogs(bot).resolve(file)))
                : Optional.empty();
    }

    /** Writes a new script; one of that name that is there already stays, and this answers false. */
    boolean save(String bot, String file, String script) throws IOException {
        Path dialogs = dialogs(bot);
        Files.createDirectories(dialogs);
        Path target = dialogs.resolve(file);
        if (Files.exists(target)) {
            return false;
        }
        Files.writeString(target, script, StandardOpenOption.CREATE_NEW);
        return true;
    }

    private Path dialogs(String bot) throws IOException {
        return bots.orElseThrow(() -> new IOException("there is no folder of bots"))
                .resolve(bot)
                .resolve("dialogs");
    }
}
