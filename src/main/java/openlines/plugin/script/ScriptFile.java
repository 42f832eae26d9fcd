package openlines.plugin.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import openlines.bot.Channel;
import openlines.bot.Origin;
import openlines.bot.Problem;
import openlines.bot.Reason;
import openlines.plugin.yaml.Schema;
import openlines.plugin.yaml.Tree;
import openlines.plugin.yaml.YamlReader;

/** Reads scripts: a file is one dialog, or several under their names. */
public final class ScriptFile {
    private static final Schema SCHEMA = Schema.resource("/openlines/dialog.schema.json");

    private final String shown;
    private final List<Problem> problems = new ArrayList<>();

    private ScriptFile(String shown) {
        this.shown = shown;
    }

    /** The scripts of a bot's {@code dialogs} folder, in the order of its files; none where it has no such folder. */
    public static List<Script> of(Path bot, Consumer<Problem> problems) {
        Path dialogs = bot.resolve("dialogs");
        if (!Files.isDirectory(dialogs)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(dialogs)) {
            List<Script> scripts = new ArrayList<>();
            for (Path file : files.filter(each -> each.toString().endsWith(".yml"))
                    .sorted()
                    .toList()) {
                String shown = "bots/" + bot.getFileName() + "/dialogs/" + file.getFileName();
                scripts.addAll(read(shown, Files.readString(file), problems));
            }
            return scripts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The scripts of one file's text; none of them where something is wrong in it. */
    public static List<Script> read(String shown, String text, Consumer<Problem> problems) {
        var file = new ScriptFile(shown);
        List<Script> scripts = file.scripts(text);
        file.problems.forEach(problems);
        return file.problems.isEmpty() ? scripts : List.of();
    }

    private List<Script> scripts(String text) {
        Optional<Tree> tree = new YamlReader(shown, problems::add).read(text);
        tree.ifPresent(file -> SCHEMA.check(file, problems::add));
        if (!problems.isEmpty() || !(tree.orElse(null) instanceof Tree.Branch file)) {
            return List.of();
        }
        Setting setting = setting(file, Setting.DEFAULT);
        List<Script> scripts = new ArrayList<>();
        file.get("dialog")
                .ifPresent(lines -> scripts.add(script(file.text("about").orElse(shown), lines, lines.at(), setting)));
        file.branch("dialogs")
                .ifPresent(all -> all.entries().forEach((name, entry) -> {
                    if (entry.value() instanceof Tree.Branch own) {
                        own.get("dialog")
                                .ifPresent(
                                        lines -> scripts.add(script(name, lines, entry.key(), setting(own, setting))));
                    } else {
                        scripts.add(script(name, entry.value(), entry.key(), setting));
                    }
                }));
        return scripts;
    }

    private Setting setting(Tree.Branch file, Setting before) {
        return new Setting(
                file.text("customer").orElse(before.customer()),
                file.text("channel").map(Channel::new).orElse(before.channel()),
                file.text("language").orElse(before.language()),
                file.text("at")
                        .flatMap(text -> read(file.at("at"), text, "2026-11-23T10:00", LocalDateTime::parse))
                        .orElse(before.at()),
                file.text("zone")
                        .flatMap(text -> read(file.at("zone"), text, "Europe/Berlin", ZoneId::of))
                        .orElse(before.zone()));
    }

    private <T> Optional<T> read(Origin at, String text, String example, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (DateTimeException e) {
            problems.add(new Problem(at, "'" + text + "' can't be read; write it like " + example));
            return Optional.empty();
        }
    }

    private Script script(String name, Tree lines, Origin where, Setting setting) {
        List<Line> read = new ArrayList<>();
        if (lines instanceof Tree.Items(var all, var ignored)) {
            all.forEach(item -> {
                if (item instanceof Tree.Branch line && single(line)) {
                    read.add(line(line));
                }
            });
        }
        return new Script(name, where, setting, read);
    }

    private boolean single(Tree.Branch line) {
        if (line.get("buttons").isPresent() && line.get("bot").isEmpty()) {
            problems.add(new Problem(line.at("buttons"), "'buttons' needs a 'bot' beside it"));
        }
        if (line.get("note").isPresent()
                && line.get("handoff").isEmpty()
                && line.get("lead").isEmpty()) {
            problems.add(new Problem(line.at("note"), "'note' needs a 'handoff' or a 'lead' beside it"));
        }
        boolean single = keys(line).size() == 1;
        if (!single) {
            problems.add(new Problem(line.at(), "a line is one thing; begin a new one with '- '"));
        }
        return single;
    }

    private static Set<String> keys(Tree.Branch line) {
        var keys = new LinkedHashSet<>(line.entries().keySet());
        keys.removeAll(Set.of("buttons", "note"));
        return keys;
    }

    private static Line line(Tree.Branch line) {
        String key = keys(line).iterator().next();
        String text = line.text(key).orElse("");
        Origin at = line.at();
        return switch (key) {
            case "joins" -> new Line.Joins(Reason.named(text), at);
            case "customer" -> new Line.Writes(text, at);
            case "presses" -> new Line.Presses(text, at);
            case "wait" -> new Line.Waits(Duration.parse("PT" + text.toUpperCase(Locale.ROOT)), at);
            case "operator" -> new Line.Operator(text, at);
            case "returns" -> new Line.Returns(at);
            case "bot" -> new Line.Says(text, buttons(line), at);
            case "aside" -> new Line.Aside(text, at);
            case "handoff" -> new Line.HandsOff(text, line.text("note"), at);
            case "lead" -> new Line.Leads(text, line.text("note"), at);
            case "finish" -> new Line.Finishes(at);
            default -> new Line.Silent(at);
        };
    }

    private static Optional<List<String>> buttons(Tree.Branch line) {
        return line.get("buttons")
                .map(tree -> tree instanceof Tree.Items(var all, var ignored)
                        ? all.stream().map(item -> ((Tree.Leaf) item).text()).toList()
                        : List.of());
    }
}
