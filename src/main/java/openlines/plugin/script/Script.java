package openlines.plugin.script;

import java.util.List;
import openlines.bot.Origin;

/**
 * One dialog, written down.
 *
 * @param name what it shows
 * @param where it begins in its file
 * @param setting who writes, where and when
 */
public record Script(String name, Origin where, Setting setting, List<Line> lines) {
    public Script {
        lines = List.copyOf(lines);
    }

    /** Whether it begins with the bot's coming; otherwise the bot has greeted before the first line. */
    public boolean beginsWithJoining() {
        return !lines.isEmpty() && lines.getFirst() instanceof Line.Joins;
    }

    @Override
    public String toString() {
        return where + " " + name;
    }
}
