package openlines.store;

import java.util.List;

/**
 * A dialog in this node's hands, with all that waits in it.
 *
 * @param id the dialog's row
 * @param key which dialog
 * @param body what the dialog remembers, {@code ""} for a new one
 * @param events not done, oldest first
 * @param letters to be sent, oldest first
 * @param timers all that are set, next first
 */
public record Claim(long id, DialogKey key, String body, List<Event> events, List<Letter> letters, List<Due> timers) {
    public Claim {
        events = List.copyOf(events);
        letters = List.copyOf(letters);
        timers = List.copyOf(timers);
    }

    /** What is left when its first letter is gone. */
    public Claim withoutFirstLetter() {
        return new Claim(id, key, body, events, letters.subList(1, letters.size()), timers);
    }

    /** The same with other events. */
    Claim withEvents(List<Event> others) {
        return new Claim(id, key, body, others, letters, timers);
    }

    /** An event in the inbox. */
    public record Event(long id, String body) {}

    /** A call that waits in the outbox. */
    public record Letter(long id, String body, int attempts, long notBefore) {}

    /** A timer of the dialog. */
    public record Due(long id, String name, long afterMillis, long dueAt) {}
}
