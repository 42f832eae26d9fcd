package openlines.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a bot that runs as it is. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = "Makes a bot that runs as it is: its folder, its texts, and a dialog that tests it.")
final class NewCommand implements Callable<Integer> {
    /** What is made, and the template it is made from. */
    private static final Map<String, String> YAML =
            Map.of("bot.yml", "yaml/bot.yml", "texts/ru.yml", "yaml/ru.yml", "dialogs/first.yml", "yaml/first.yml");

    private static final Map<String, String> JAVA = Map.of(
            "bot.yml", "java/bot.yml",
            "@Class@.java", "java/Bot.txt",
            "texts/ru.yml", "java/ru.yml",
            "dialogs/first.yml", "java/first.yml");

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NAME", description = "The bot's folder and code: small letters, digits and _.")
    String name = "";

    @Option(names = "--java", description = "A bot in Java (otherwise in YAML, without code).")
    boolean java;

    @Option(names = "--yaml", description = "A bot in YAML, which is what is made anyway.")
    boolean yaml;

    @Option(names = "--bots", paramLabel = "FOLDER", description = "Where the bots are (default: bots).")
    Path bots = Home.bots();

    @Override
    public Integer call() throws IOException {
        if (java && yaml) {
            throw new IllegalArgumentException("a bot is written in one of the two: --java or --yaml");
        }
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException(
                    "'" + name + "' can't be a bot's name; use small letters, digits and _, and begin with a letter");
        }
        Path folder = bots.resolve(name);
        if (Files.exists(folder)) {
            throw new IllegalArgumentException(folder + " is there already");
        }
        for (Map.Entry<String, String> file : (java ? JAVA : YAML).entrySet()) {
            write(folder.resolve(filled(file.getKey())), filled(template(file.getValue())));
        }
        tell(folder);
        return 0;
    }

    private void tell(Path folder) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("made " + folder);
        out.println();
        out.println("  talk to it     openlines chat " + name);
        out.println("  test it        openlines test " + folder);
        out.println("  on a portal    openlines simulate");
        out.println();
        out.println("What it says stands in " + folder.resolve(java ? className() + ".java" : "bot.yml"));
        out.flush();
    }

    private static void write(Path file, String text) throws IOException {
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.writeString(file, text);
    }

    private String filled(String text) {
        return text.replace("@Class@", className()).replace("@name@", name);
    }

    /** {@code my_plans} is written in {@code MyPlansBot}. */
    private String className() {
        var words = new StringBuilder();
        for (String word : name.split("_", -1)) {
            if (!word.isEmpty()) {
                words.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        return words + "Bot";
    }

    private static String template(String file) throws IOException {
        try (InputStream in = NewCommand.class.getResourceAsStream("/openlines/new/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the class path lacks /openlines/new/" + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
