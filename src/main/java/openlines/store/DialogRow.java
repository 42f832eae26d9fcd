package openlines.store;

import java.util.List;
import java.util.Optional;

/**
 * A dialog in the store, and what lies there for it.
 *
 * @param id its number
 * @param body what it remembers
 */
record DialogRow(long id, String body) {
    /** So many of a dialog's events are taken at once. */
    static final int EVENTS = 20;

    static final String NEW = "insert into dialog (portal_id, bot_id, chat_id, body, claimed_by, claimed_until)"
            + " values (?, ?, ?, '', '', 0)";

    static Optional<DialogRow> find(Sql sql, DialogKey key) {
        return sql.first(
                "select id, body from dialog where portal_id = ? and bot_id = ? and chat_id = ?",
                row -> new DialogRow(row.getLong(1), row.getString(2)),
                key.portal(),
                key.bot(),
                key.chat());
    }

    Claim load(Sql sql, DialogKey key) {
        return new Claim(
                id,
                key,
                body,
                events(sql, key),
                sql.list(
                        "select id, body, attempts, not_before from outbox where dialog_id = ? order by id",
                        row -> new Claim.Letter(row.getLong(1), row.getString(2), row.getInt(3), row.getLong(4)),
                        id),
                sql.list(
                        "select id, name, after_ms, due_at from timer where dialog_id = ? order by due_at, id",
                        row -> new Claim.Due(row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4)),
                        id));
    }

    static List<Claim.Event> events(Sql sql, DialogKey key) {
        return sql.list(
                "select id, body from inbox where done_at = 0 and portal_id = ? and bot_id = ?"
                        + " and chat_id = ? order by id limit ?",
                row -> new Claim.Event(row.getLong(1), row.getString(2)),
                key.portal(),
                key.bot(),
                key.chat(),
                EVENTS);
    }

    /** Dialogs that no node has by the store's word, and in which something waits by {@code horizon}. */
    static List<DialogKey> waiting(Sql sql, long now, long horizon, int limit) {
        return sql.list(
                """
                select portal_id, bot_id, chat_id from inbox i where done_at = 0 and not exists (
                    select 1 from dialog d where d.portal_id = i.portal_id and d.bot_id = i.bot_id
                    and d.chat_id = i.chat_id and d.claimed_until >= ?)
                union select portal_id, bot_id, chat_id from dialog d join outbox o on o.dialog_id = d.id
                    where o.not_before <= ? and d.claimed_until < ?
                union select portal_id, bot_id, chat_id from dialog d join timer t on t.dialog_id = d.id
                    where t.due_at <= ? and d.claimed_until < ?
                limit ?""",
                row -> new DialogKey(row.getLong(1), row.getLong(2), row.getLong(3)),
                now,
                horizon,
                now,
                horizon,
                now,
                limit);
    }
}
