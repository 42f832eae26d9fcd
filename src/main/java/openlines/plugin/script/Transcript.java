package openlines.plugin.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A dialog as it went, to be kept as a script. */
public final class Transcript {
    private final Setting setting;
    private final List<String> lines = new ArrayList<>();

    public Transcript(Setting setting) {
        this.setting = setting;
    }

    /** Something was done to the bot. */
    public void add(Line.Cue cue) {
        lines.add(
                switch (cue) {
                    case Line.Joins joins -> "joins: " + joins.reason().word();
                    case Line.Writes writes -> "customer: " + quoted(writes.text());
                    case Line.Presses presses -> "presses: " + quoted(presses.label());
                    case Line.Waits waits ->
                        "wait: " + waits.time().toString().substring(2).toLowerCase(Locale.ROOT);
                    case Line.Operator operator -> "operator: " + quoted(operator.text());
                    case Line.Returns ignored -> "returns: true";
                });
    }

    /** Something came of it. */
    public void add(Seen seen) {
        lines.add(
                switch (seen) {
                    case Seen.Message(String text, List<String> buttons)
                    when buttons.isEmpty() -> "bot: " + quoted(text);
                    case Seen.Message(String text, List<String> buttons) ->
                        "bot: " + quoted(text) + "\n    buttons: "
                                + buttons.stream().map(Transcript::quoted).collect(Collectors.joining(", ", "[", "]"));
                    case Seen.Aside(String text) -> "aside: " + quoted(text);
                    case Seen.Led(String title, String note) when note.isEmpty() -> "lead: " + quoted(title);
                    case Seen.Led(String title, String note) ->
                        "lead: " + quoted(title) + "\n    note: " + quoted(note);
                    case Seen.HandedOff(String to, String note) when note.isEmpty() -> "handoff: " + to;
                    case Seen.HandedOff(String to, String note) -> "handoff: " + to + "\n    note: " + quoted(note);
                    case Seen.Finished ignored -> "finish: true";
                });
    }

    /** The script's text, which {@link ScriptFile} reads again. */
    public String yaml(String about) {
        var yaml = new StringBuilder();
        yaml.append("about: ").append(quoted(about)).append('\n');
        yaml.append("customer: ").append(quoted(setting.customer())).append('\n');
        yaml.append("channel: ").append(quoted(setting.channel().code())).append('\n');
        yaml.append("language: ").append(quoted(setting.language())).append('\n');
        yaml.append("at: ").append(quoted(setting.at().toString())).append('\n');
        yaml.append("zone: ").append(quoted(setting.zone().getId())).append('\n');
        yaml.append("dialog:\n");
        lines.forEach(line -> yaml.append("  - ").append(line).append('\n'));
        return yaml.toString();
    }

    /** In double quotes, which YAML reads as JSON does. */
    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.chars().forEach(each -> {
            switch (each) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (each < ' ' || each == '\u200B' || each == '\uFEFF') {
                        quoted.append(String.format(Locale.ROOT, "\\u%04x", each));
                    } else {
                        quoted.append((char) each);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
