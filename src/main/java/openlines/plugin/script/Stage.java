package openlines.plugin.script;

import java.time.Duration;
import java.util.List;
import openlines.bot.Reason;

/** Where a script is played: the bot alone, or a bot at a portal. */
public interface Stage {
    /** The bot comes into the dialog. */
    void joins(Reason reason);

    /** Whether it is the customer's first words that bring the bot; otherwise the bot can come before any. */
    default boolean hearsFirstWords() {
        return false;
    }

    /** The customer writes. */
    void writes(String text);

    /** The customer presses a button. Throws {@link IllegalArgumentException} where there is none of that label. */
    void presses(String label);

    /** Time passes. */
    void waits(Duration time);

    /** An operator takes the dialog by writing. */
    void operator(String text);

    /** The operator gives the dialog back to the bot. */
    void returns();

    /** Does what a line says. */
    default void perform(Line.Cue cue) {
        switch (cue) {
            case Line.Joins joins -> joins(joins.reason());
            case Line.Writes writes -> writes(writes.text());
            case Line.Presses presses -> presses(presses.label());
            case Line.Waits waits -> waits(waits.time());
            case Line.Operator operator -> operator(operator.text());
            case Line.Returns ignored -> returns();
        }
    }

    /** What has come since this was last asked, in order. */
    List<Seen> seen();
}
