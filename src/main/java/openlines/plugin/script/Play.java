package openlines.plugin.script;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import openlines.bot.Reason;

/** A script while it is played. */
public final class Play {
    private final Script script;
    private final Stage stage;
    private final Deque<Seen> seen = new ArrayDeque<>();
    private final List<String> so = new ArrayList<>();

    private Play(Script script, Stage stage) {
        this.script = script;
        this.stage = stage;
    }

    /** Plays a script; empty where everything came as expected. */
    public static Optional<Difference> of(Script script, Stage stage) {
        return new Play(script, stage).play();
    }

    private Optional<Difference> play() {
        if (!script.beginsWithJoining()) {
            stage.joins(Reason.WELCOME);
            stage.seen();
        }
        for (Line line : inOrder()) {
            Optional<Difference> difference = switch (line) {
                case Line.Cue cue -> cue(cue);
                case Line.Expected expected -> expected(expected);
                case Line.Silent silent -> nothingLeft(silent, "silent: true");
            };
            if (difference.isPresent()) {
                return difference;
            }
        }
        return nothingLeft(
                script.lines().isEmpty()
                        ? new Line.Silent(script.where())
                        : script.lines().getLast(),
                "nothing more");
    }

    /**
     * Where the customer's first words bring the bot, they come before its greeting, though a script tells the greeting
     * first.
     */
    private List<Line> inOrder() {
        List<Line> lines = script.lines();
        int words = firstWords(lines);
        if (words < 0 || !stage.hearsFirstWords()) {
            return lines;
        }
        var ordered = new ArrayList<>(lines);
        ordered.set(0, ordered.remove(words));
        return ordered;
    }

    /** Where the first words stand that follow a greeting; -1 where something else does. */
    private static int firstWords(List<Line> lines) {
        if (lines.isEmpty()
                || !(lines.getFirst() instanceof Line.Joins(Reason reason, var ignored))
                || reason != Reason.WELCOME) {
            return -1;
        }
        for (int at = 1; at < lines.size(); at++) {
            if (!(lines.get(at) instanceof Line.Expected)) {
                return lines.get(at) instanceof Line.Writes ? at : -1;
            }
        }
        return -1;
    }

    private Optional<Difference> cue(Line.Cue cue) {
        Optional<Difference> left = nothingLeft(cue, shown(cue));
        if (left.isPresent()) {
            return left;
        }
        so.add(shown(cue));
        try {
            stage.perform(cue);
        } catch (IllegalArgumentException e) {
            return Optional.of(different(cue, shown(cue), String.valueOf(e.getMessage())));
        }
        seen.addAll(stage.seen());
        return Optional.empty();
    }

    private static String shown(Line.Cue cue) {
        return switch (cue) {
            case Line.Joins joins -> "joins: " + joins.reason().word();
            case Line.Writes writes -> "customer: " + writes.text();
            case Line.Presses presses -> "presses: " + presses.label();
            case Line.Waits waits -> "wait: " + waits.time();
            case Line.Operator operator -> "operator: " + operator.text();
            case Line.Returns ignored -> "returns: true";
        };
    }

    private Optional<Difference> expected(Line.Expected expected) {
        Seen next = seen.poll();
        if (next == null) {
            return Optional.of(different(expected, expected.toString(), "silence"));
        }
        if (!expected.matches(next)) {
            return Optional.of(different(expected, expected.toString(), next.toString()));
        }
        so.add(next.toString());
        return Optional.empty();
    }

    private Optional<Difference> nothingLeft(Line line, String expected) {
        return seen.isEmpty()
                ? Optional.empty()
                : Optional.of(different(line, expected, seen.element().toString()));
    }

    private Difference different(Line line, String expected, String but) {
        return new Difference(script, line.at(), so, expected, but);
    }
}
