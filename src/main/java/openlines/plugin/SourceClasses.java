package openlines.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import openlines.bot.Origin;
import openlines.bot.Problem;

/** A bot's Java files: compiled here and now, unless the class path has them compiled from the same state. */
final class SourceClasses implements Classes {
    private final List<Path> sources;
    private final Path folder;
    private final String name;

    private SourceClasses(List<Path> sources, Path folder, String name) {
        this.sources = sources;
        this.folder = folder;
        this.name = name;
    }

    /** The classes of a bot's folder; the class path's where it has no Java files. */
    static Classes of(Path folder, String name) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            return sources.isEmpty()
                    ? Classes.of(SourceClasses.class.getClassLoader())
                    : new SourceClasses(sources, folder.toAbsolutePath(), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Class<?>> find(String className, Origin at, List<Problem> problems) {
        if (compiledSince(className)) {
            return Classes.of(SourceClasses.class.getClassLoader()).find(className, at, problems);
        }
        return new Compilation(folder, name, sources)
                .compile(at, problems)
                .flatMap(loader -> Classes.of(loader).find(className, at, problems));
    }

    private boolean compiledSince(String className) {
        URL found = SourceClasses.class.getClassLoader().getResource(className.replace('.', '/') + ".class");
        if (found == null) {
            return false;
        }
        try {
            long compiled = changed(found);
            for (Path source : sources) {
                if (Files.getLastModifiedTime(source).toMillis() > compiled) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** A jar's entries may all bear the same date, so the jar's own counts. */
    private static long changed(URL found) throws IOException {
        String shown = found.toString();
        if (shown.startsWith("jar:")) {
            Path jar = Path.of(java.net.URI.create(shown.substring("jar:".length(), shown.indexOf("!/"))));
            return Files.getLastModifiedTime(jar).toMillis();
        }
        URLConnection connection = found.openConnection();
        connection.setUseCaches(false);
        return connection.getLastModified();
    }
}
