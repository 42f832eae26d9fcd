package openlines.bot;

import java.util.List;

/**
 * What a turn comes to: what the portal is to see, and what is to be stored.
 *
 * @param acts in order, translated, numbered where the channel shows no buttons
 * @param state after the turn
 * @param timers that replace the dialog's earlier ones
 * @param handler which route answered, for logs and the desk
 * @param understanding what the message was read as
 */
public record Outcome(
        List<Act> acts, DialogState state, List<Timer> timers, String handler, Understanding understanding) {
    public Outcome {
        acts = List.copyOf(acts);
        timers = List.copyOf(timers);
    }

    /** Whether the dialog left the bot's hands with this turn. */
    public boolean leaves() {
        return acts.stream().anyMatch(act -> act instanceof Handoff || act instanceof Finish);
    }
}
