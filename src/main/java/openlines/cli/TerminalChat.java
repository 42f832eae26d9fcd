package openlines.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import openlines.bitrix24.rest.Call;
import openlines.bot.Button;
import openlines.bot.Origin;
import openlines.bot.Outcome;
import openlines.bot.Reason;
import openlines.bot.Understanding;
import openlines.plugin.Lessons;
import openlines.plugin.Plugin;
import openlines.plugin.script.BotAlone;
import openlines.plugin.script.Line;
import openlines.plugin.script.Seen;
import openlines.plugin.script.Setting;
import openlines.plugin.script.Transcript;
import openlines.runtime.DryRun;
import org.jspecify.annotations.Nullable;

/** A dialog in the terminal, in virtual time. */
final class TerminalChat {
    private static final Origin HERE = new Origin("chat", 0);

    private final Plugin plugin;
    private final Setting setting;
    private final boolean wire;
    private final PrintWriter out;
    private final BotAlone alone;
    private final Lessons lessons = Lessons.now();
    private final Transcript transcript;

    TerminalChat(Plugin plugin, Setting setting, boolean wire, PrintWriter out) {
        this.plugin = plugin;
        this.setting = setting;
        this.wire = wire;
        this.out = out;
        this.alone = new BotAlone(plugin.conversation(), lessons.of(plugin)::in, setting);
        this.transcript = new Transcript(setting);
        alone.tell(this::detail);
    }

    void begin() {
        out.println(plugin.profile().name() + " (" + plugin.name() + "). :quit ends it, :wait 10m lets time pass.");
        perform(new Line.Joins(Reason.WELCOME, HERE));
    }

    /** The bot was changed meanwhile; the dialog goes on where it is. */
    void goOnWith(Plugin changed) {
        alone.swap(changed.conversation(), lessons.of(changed)::in);
    }

    @Nullable
    String ask(BufferedReader lines) throws IOException {
        out.print("> ");
        out.flush();
        return lines.readLine();
    }

    /** Takes one line; false when it was the last. */
    boolean take(String line) throws IOException {
        if (!line.startsWith(":")) {
            perform(pressed(line));
            return true;
        }
        String[] words = line.substring(1).split("\\s+", 2);
        String rest = words.length > 1 ? words[1] : "";
        switch (words[0]) {
            case "quit", "q" -> {
                return false;
            }
            case "wait" -> waits(rest);
            case "join" -> joins(rest);
            case "operator" -> perform(new Line.Operator(rest, HERE));
            case "return" -> perform(new Line.Returns(HERE));
            case "save" -> save(rest);
            default ->
                out.println("  there is no :" + words[0] + "; write :wait, :join, :operator, :return, :save or :quit");
        }
        return true;
    }

    /** A number is a press where buttons are shown; elsewhere the bot itself knows it. */
    private Line.Cue pressed(String line) {
        List<Button> offered = alone.state().offered().stream()
                .filter(button -> button.link().isEmpty())
                .toList();
        boolean number = setting.channel().showsButtons() && line.strip().matches("\\d{1,2}");
        int index = number ? Integer.parseInt(line.strip()) : 0;
        return index >= 1 && index <= offered.size()
                ? new Line.Presses(offered.get(index - 1).label(), HERE)
                : new Line.Writes(line, HERE);
    }

    private void waits(String time) {
        try {
            perform(new Line.Waits(Duration.parse("PT" + time.toUpperCase(Locale.ROOT)), HERE));
        } catch (DateTimeParseException e) {
            out.println("  '" + time + "' is no time; write 30s, 10m or 1h30m");
        }
    }

    private void joins(String reason) {
        try {
            perform(new Line.Joins(Reason.named(reason), HERE));
        } catch (IllegalArgumentException e) {
            out.println("  '" + reason + "' is no reason; write welcome, no-answer, after-hours, closing or returned");
        }
    }

    private void save(String file) throws IOException {
        if (file.isBlank()) {
            out.println("  write the file's name too: :save bots/" + plugin.name() + "/dialogs/mine.yml");
            return;
        }
        Files.writeString(Path.of(file), transcript.yaml("from a chat"));
        out.println("  saved: " + file);
    }

    private void perform(Line.Cue cue) {
        transcript.add(cue);
        alone.perform(cue);
        for (Seen seen : alone.seen()) {
            transcript.add(seen);
            show(seen);
        }
    }

    private void show(Seen seen) {
        switch (seen) {
            case Seen.Message(String text, List<String> buttons) -> {
                out.println("  " + text.replace("\n", "\n  "));
                for (int i = 0; i < buttons.size(); i++) {
                    out.println("    [" + (i + 1) + "] " + buttons.get(i));
                }
            }
            case Seen.Aside(String text) -> out.println("  (to operators) " + text.replace("\n", "\n  "));
            case Seen.Led(String title, String note) ->
                out.println(
                        "  (a lead: " + title + ")" + (note.isEmpty() ? "" : "\n    " + note.replace("\n", "\n    ")));
            case Seen.HandedOff(String to, String note) ->
                out.println(
                        "  (handed to " + to + ")" + (note.isEmpty() ? "" : "\n    " + note.replace("\n", "\n    ")));
            case Seen.Finished ignored -> out.println("  (closed)");
        }
    }

    private void detail(Outcome outcome) {
        out.println("  · " + outcome.handler() + understood(outcome.understanding()) + known(outcome));
        if (wire) {
            DryRun.calls(outcome.acts(), setting.channel().code()).forEach(call -> out.println("    " + shown(call)));
        }
    }

    private static String understood(Understanding understanding) {
        if (understanding.ranking().isEmpty() && understanding.entities().isEmpty()) {
            return "";
        }
        String guesses = understanding.ranking().stream()
                .map(guess -> String.format(Locale.ROOT, "%s %.2f", guess.intent(), guess.confidence()))
                .collect(Collectors.joining(", "));
        String entities = understanding.entities().stream()
                .map(entity -> " " + entity.type() + "=" + entity.value())
                .collect(Collectors.joining());
        return " · " + understanding.intent().orElse("(not sure)") + " [" + guesses + "]" + entities;
    }

    private static String known(Outcome outcome) {
        String drafts = outcome.state().memory().drafts().entrySet().stream()
                .map(draft -> " · " + draft.getKey() + draft.getValue())
                .collect(Collectors.joining());
        return outcome.state().slot().isEmpty()
                ? drafts
                : drafts + " → " + outcome.state().slot();
    }

    private static String shown(Call call) {
        return call.method() + " " + call.parameters();
    }
}
