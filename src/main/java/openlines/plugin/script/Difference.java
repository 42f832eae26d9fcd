package openlines.plugin.script;

import java.util.List;
import openlines.bot.Origin;

/**
 * Where a dialog left its script.
 *
 * @param before what had been played until then
 * @param expected the script's next line
 * @param but what came instead
 */
public record Difference(Script script, Origin at, List<String> before, String expected, String but) {
    private static final int SHOWN = 4;

    public Difference {
        before = List.copyOf(before);
    }

    /** Readable as it is: the place, the last lines, and the two that differ. */
    @Override
    public String toString() {
        var words = new StringBuilder(at + ": " + script.name() + "\n");
        before.subList(Math.max(0, before.size() - SHOWN), before.size())
                .forEach(line -> words.append("    ").append(indented(line)).append('\n'));
        return words.append("  - ")
                .append(indented(expected))
                .append("\n  + ")
                .append(indented(but))
                .toString();
    }

    private static String indented(String text) {
        return text.replace("\n", "\n      ");
    }
}
