package openlines.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import openlines.bot.Origin;
import openlines.bot.Problem;
import openlines.nlp.phrase.PhraseBook;

/** A folder of bots: folders, and jars of such folders. */
final class BotsFolder {
    private final Path bots;
    private final PhraseBook shared;
    private final Predicate<String> wanted;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Plugin> plugins = new ArrayList<>();

    BotsFolder(Path bots, PhraseBook shared) {
        this(bots, shared, name -> true);
    }

    /** @param wanted which of its entries are loaded, by their names */
    BotsFolder(Path bots, PhraseBook shared, Predicate<String> wanted) {
        this.bots = bots;
        this.shared = shared;
        this.wanted = wanted;
    }

    Plugins load() {
        if (!Files.isDirectory(bots)) {
            return new Plugins(
                    List.of(), List.of(new Problem(new Origin(bots.toString(), 0), "there is no such folder of bots")));
        }
        for (Path entry : list(bots)) {
            String name = name(entry);
            if (name.startsWith(".") || name.startsWith("_") || !wanted.test(name)) {
                continue;
            }
            if (name.endsWith(".jar")) {
                jar(entry);
            } else if (Files.isDirectory(entry)) {
                folder(entry, name);
            }
        }
        return new Plugins(plugins, problems).withoutDoubles();
    }

    private void folder(Path entry, String name) {
        if (!Files.exists(entry.resolve("bot.yml"))) {
            problems.add(new Problem(
                    new Origin("bots/" + name, 0),
                    "the folder has no bot.yml; write one, or begin the folder's name with _ if it is no bot"));
            return;
        }
        var loading = new BotFolder(entry, name, SourceClasses.of(entry, name));
        loading.load(shared).ifPresentOrElse(plugins::add, () -> problems.addAll(loading.problems()));
    }

    private void jar(Path file) {
        Plugins inside = JarBots.load(file, shared);
        plugins.addAll(inside.all());
        problems.addAll(inside.problems());
    }

    /** A file's name; a jar's folders end with a slash of their own. */
    static String name(Path entry) {
        return String.valueOf(entry.getFileName()).replace("/", "");
    }

    static List<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
