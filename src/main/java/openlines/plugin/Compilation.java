package openlines.plugin;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import openlines.bot.Bot;
import openlines.bot.Origin;
import openlines.bot.Problem;

/** Compiles a bot's Java files in memory; the compiler's errors are problems with their lines. */
final class Compilation {
    private final Path folder;
    private final String bot;
    private final List<Path> sources;

    Compilation(Path folder, String bot, List<Path> sources) {
        this.folder = folder;
        this.bot = bot;
        this.sources = sources;
    }

    Optional<ClassLoader> compile(Origin at, List<Problem> problems) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            problems.add(new Problem(at, "this Java has no compiler; run Openlines with a JDK, not a JRE"));
            return Optional.empty();
        }
        var said = new DiagnosticCollector<JavaFileObject>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8)) {
            var memory = new Memory(files);
            var options = List.of("-proc:none", "-parameters", "-g", "-classpath", classPath());
            boolean compiled = compiler.getTask(
                            new StringWriter(), memory, said, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            said.getDiagnostics().stream()
                    .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                    .forEach(each -> problems.add(problem(each, at)));
            return compiled ? Optional.of(new MemoryLoader(memory.classes())) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The class path of this process, and where the bot's page itself was loaded from, in case that is elsewhere. */
    private static String classPath() {
        try {
            Path own = Path.of(Bot.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return System.getProperty("java.class.path") + File.pathSeparator + own;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private Problem problem(Diagnostic<? extends JavaFileObject> said, Origin at) {
        JavaFileObject source = said.getSource();
        String words = said.getMessage(Locale.ROOT)
                .lines()
                .reduce((one, next) -> one + "; " + next.strip())
                .orElse("");
        if (source == null) {
            return new Problem(at, words);
        }
        String shown = folder.relativize(Path.of(source.toUri())).toString().replace('\\', '/');
        return new Problem(new Origin("bots/" + bot + '/' + shown, (int) said.getLineNumber()), words);
    }

    /** Keeps what the compiler writes. */
    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> written = new HashMap<>();

        Memory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(
                    URI.create("memory:///" + className.replace('.', '/') + kind.extension), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return written.computeIfAbsent(className, ignored -> new ByteArrayOutputStream());
                }
            };
        }

        Map<String, byte[]> classes() {
            Map<String, byte[]> classes = new HashMap<>();
            written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
            return classes;
        }
    }

    /** Its own classes first: the class path may hold an older state of the same bot. */
    private static final class MemoryLoader extends ClassLoader {
        private final Map<String, byte[]> classes;

        MemoryLoader(Map<String, byte[]> classes) {
            super(Compilation.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            byte[] own = classes.get(name);
            if (own == null) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? defineClass(name, own, 0, own.length) : loaded;
            }
        }
    }
}
