package openlines.store;

import java.util.List;
import java.util.Optional;

/** What came and is acknowledged: each event once, however often it is told. */
public final class Inbox {
    private final Database database;

    public Inbox(Database database) {
        this.database = database;
    }

    /** An event to be kept. */
    public record Arrival(DialogKey dialog, String key, String body) {}

    /** Keeps an event; false for one that was kept before. */
    public boolean add(Arrival arrival, long now) {
        return database.change(sql -> add(sql, arrival, now)).isPresent();
    }

    /** As {@link #add(Arrival, long)}, within a transaction that does more; empty for one that was kept before. */
    public static Optional<Claim.Event> add(Sql sql, Arrival arrival, long now) {
        return sql.insert(
                        "insert into inbox (portal_id, bot_id, chat_id, event_key, body, received_at, done_at)"
                                + " values (?, ?, ?, ?, ?, ?, 0) on conflict do nothing",
                        arrival.dialog().portal(),
                        arrival.dialog().bot(),
                        arrival.dialog().chat(),
                        arrival.key(),
                        arrival.body(),
                        now)
                .map(id -> new Claim.Event(id, arrival.body()));
    }

    /** Done events are kept to know repeats by; the old ones go. */
    public int forgetDoneBefore(long moment) {
        return database.change(sql -> sql.update("delete from inbox where done_at > 0 and done_at < ?", moment));
    }

    /** How many wait. */
    public long waiting() {
        return database.read(sql -> sql.first("select count(*) from inbox where done_at = 0", row -> row.getLong(1))
                .orElse(0L));
    }

    /** The keys of all events known of a bot, for tests of what was kept. */
    public List<String> keys(long portal) {
        return database.read(sql -> sql.list(
                "select event_key from inbox where portal_id = ? order by id", row -> row.getString(1), portal));
    }
}
