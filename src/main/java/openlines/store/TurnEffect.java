package openlines.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a turn leaves behind.
 *
 * @param dialog whose
 * @param body what it now remembers
 * @param until the claim is prolonged
 * @param event the event that is done with, 0 for none
 * @param letters to be sent, in order
 * @param timers that replace all the dialog's timers
 * @param now the time of the turn
 */
public record TurnEffect(
        long dialog, String body, long until, long event, List<String> letters, Timers timers, long now) {

    /** What becomes of a dialog's timers. */
    public sealed interface Timers {}

    /** They stay. */
    public record Kept() implements Timers {}

    /** One fired, and is gone. */
    public record Fired(long id) implements Timers {}

    /** They are replaced. */
    public record Replaced(List<Set> by) implements Timers {
        public Replaced {
            by = List.copyOf(by);
        }
    }

    /** A timer to be set. */
    public record Set(String name, long afterMillis) {}

    public TurnEffect {
        letters = List.copyOf(letters);
    }

    /**
     * What the turn left to be done.
     *
     * @param letters in order
     * @param timers next first; empty where they stayed as they were, but for one that fired
     */
    public record Left(List<Claim.Letter> letters, Optional<List<Claim.Due>> timers) {
        public Left {
            letters = List.copyOf(letters);
        }
    }

    Left write(Sql sql) {
        if (event != 0) {
            sql.update("update inbox set done_at = ?, body = '' where id = ?", now, event);
        }
        var written = new ArrayList<Claim.Letter>();
        for (String letter : letters) {
            long id = sql.insert(
                            "insert into outbox (dialog_id, body, attempts, not_before) values (?, ?, 0, ?)",
                            dialog,
                            letter,
                            now)
                    .orElseThrow();
            written.add(new Claim.Letter(id, letter, 0, now));
        }
        return new Left(
                written,
                switch (timers) {
                    case Kept() -> Optional.empty();
                    case Fired(var id) -> {
                        sql.update("delete from timer where id = ?", id);
                        yield Optional.empty();
                    }
                    case Replaced(var by) -> Optional.of(replace(sql, by));
                });
    }

    private List<Claim.Due> replace(Sql sql, List<Set> by) {
        sql.update("delete from timer where dialog_id = ?", dialog);
        var set = new ArrayList<Claim.Due>();
        for (Set timer : by) {
            long due = now + timer.afterMillis();
            long id = sql.insert(
                            "insert into timer (dialog_id, name, after_ms, due_at) values (?, ?, ?, ?)",
                            dialog,
                            timer.name(),
                            timer.afterMillis(),
                            due)
                    .orElseThrow();
            set.add(new Claim.Due(id, timer.name(), timer.afterMillis(), due));
        }
        set.sort(java.util.Comparator.comparingLong(Claim.Due::dueAt).thenComparingLong(Claim.Due::id));
        return set;
    }
}
