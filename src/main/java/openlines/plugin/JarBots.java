package openlines.plugin;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import openlines.bot.Origin;
import openlines.bot.Problem;
import openlines.nlp.phrase.PhraseBook;

/** The bots in a jar: {@code bots/<name>/bot.yml} beside the classes. */
final class JarBots {
    private JarBots() {}

    /** A jar that somebody put beside the bots' folders; it brings its own classes. */
    static Plugins load(Path jar, PhraseBook shared) {
        try {
            URL[] place = {jar.toUri().toURL()};
            return inside(jar, shared, new URLClassLoader(place, JarBots.class.getClassLoader()));
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Plugins inside(Path jar, PhraseBook shared, ClassLoader loader) {
        try (FileSystem inside = FileSystems.newFileSystem(jar, Map.of())) {
            Path bots = inside.getPath("/bots");
            if (!Files.isDirectory(bots)) {
                return nothing(jar, "the jar has no bots/<name>/bot.yml");
            }
            return load(bots, shared, loader);
        } catch (IOException e) {
            return nothing(jar, "the jar can't be read: " + e.getMessage());
        }
    }

    /** Bots whose classes a loader already has. */
    static Plugins load(Path bots, PhraseBook shared, ClassLoader loader) {
        List<Plugin> plugins = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Path folder : BotsFolder.list(bots)) {
            if (Files.exists(folder.resolve("bot.yml"))) {
                String name = BotsFolder.name(folder);
                var loading = new BotFolder(folder, name, Classes.of(loader));
                loading.load(shared).ifPresentOrElse(plugins::add, () -> problems.addAll(loading.problems()));
            }
        }
        return new Plugins(plugins, problems).withoutDoubles();
    }

    private static Plugins nothing(Path jar, String why) {
        return new Plugins(List.of(), List.of(new Problem(new Origin("bots/" + jar.getFileName(), 0), why)));
    }
}
