package openlines.plugin.script;

import java.time.Duration;
import java.util.List;
import openlines.bot.Reason;

/** Where a script is played: the bot alone, or a bot at a portal. */
public interface Stage {
    /** The bot comes into the dialog. */
    void joins(Reason reason);

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

    /** What has come since this was last asked, in order. */
    List<Seen> seen();
}
