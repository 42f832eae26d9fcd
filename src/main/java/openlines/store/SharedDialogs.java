package openlines.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The dialogs of a store that many nodes work on: whose a dialog is, the store knows. */
final class SharedDialogs implements Dialogs {
    private final Database database;
    private final String node;
    /** What this node has, and until when the store has it so. */
    private final Map<Long, Long> held = new ConcurrentHashMap<>();

    SharedDialogs(Database database, String node) {
        this.database = database;
        this.node = node;
    }

    @Override
    public Optional<Claim> claim(DialogKey key, long now, long until) {
        return database.change(sql -> {
            Optional<DialogRow> free = lock(sql, key, now);
            if (free.isEmpty() && DialogRow.find(sql, key).isEmpty()) {
                sql.update(DialogRow.NEW + " on conflict do nothing", key.portal(), key.bot(), key.chat());
                free = lock(sql, key, now);
            }
            return free.map(row -> {
                sql.update("update dialog set claimed_by = ?, claimed_until = ? where id = ?", node, until, row.id());
                held.put(row.id(), until);
                return row.load(sql, key);
            });
        });
    }

    private static Optional<DialogRow> lock(Sql sql, DialogKey key, long now) {
        return sql.first(
                "select id, body from dialog where portal_id = ? and bot_id = ? and chat_id = ? and claimed_until < ?"
                        + " for update skip locked",
                row -> new DialogRow(row.getLong(1), row.getString(2)),
                key.portal(),
                key.bot(),
                key.chat(),
                now);
    }

    @Override
    public void coming(DialogKey dialog, Claim.Event event) {
        // the store is read at each claim
    }

    @Override
    public void came(DialogKey dialog, Claim.Event event) {
        // the store is read at each claim, for other nodes keep events too
    }

    @Override
    public boolean holds(long id, long now, long until) {
        return held.getOrDefault(id, 0L) >= now || prolong(id, until);
    }

    @Override
    public void prolong(long until) {
        held.keySet().forEach(id -> prolong(id, until));
    }

    private boolean prolong(long id, long until) {
        boolean ours = database.change(sql -> sql.update(
                        "update dialog set claimed_until = ? where id = ? and claimed_by = ?", until, id, node))
                > 0;
        if (ours) {
            held.computeIfPresent(id, (_, _) -> until);
        }
        return ours;
    }

    @Override
    public void tellCame(DialogKey dialog) {
        database.run(sql -> sql.tell(new News.Came(dialog)));
    }

    @Override
    public void tellWaits(DialogKey dialog) {
        database.run(sql -> sql.tell(new News.Waits(dialog)));
    }

    @Override
    public void release(long id) {
        if (held.remove(id) != null) {
            database.run(sql -> release(sql, id));
        }
    }

    @Override
    public void release(Claim done) {
        release(done.id());
    }

    @Override
    public void releaseSettled(Claim done, long letter) {
        boolean inStore = held.remove(done.id()) != null;
        database.begin(sql -> {
            Outbox.settled(sql, letter);
            if (inStore) {
                release(sql, done.id());
            }
        });
    }

    private int release(Sql sql, long id) {
        return sql.update(
                "update dialog set claimed_by = '', claimed_until = 0 where id = ? and claimed_by = ?", id, node);
    }

    /** Another node's events are seen here, for that node could not take the dialog. */
    @Override
    public boolean waits(Claim done) {
        DialogKey key = done.key();
        return done.events().size() == DialogRow.EVENTS
                || database.read(sql -> sql.first(
                                "select 1 from inbox where done_at = 0 and portal_id = ? and bot_id = ?"
                                        + " and chat_id = ? limit 1",
                                row -> true,
                                key.portal(),
                                key.bot(),
                                key.chat()))
                        .isPresent();
    }

    @Override
    public Optional<TurnEffect.Left> commit(TurnEffect effect) {
        return database.change(sql -> {
            int mine = sql.update(
                    "update dialog set body = ?, claimed_until = ? where id = ? and claimed_by = ?",
                    effect.body(),
                    effect.until(),
                    effect.dialog(),
                    node);
            if (mine == 0) {
                return Optional.empty();
            }
            held.computeIfPresent(effect.dialog(), (_, _) -> effect.until());
            return Optional.of(effect.write(sql));
        });
    }

    @Override
    public int releaseOwn() {
        return database.change(sql -> {
            sql.tell(new News.Left());
            return sql.update("update dialog set claimed_by = '', claimed_until = 0 where claimed_by = ?", node);
        });
    }

    @Override
    public List<DialogKey> waiting(long now, long horizon, int limit) {
        return database.read(sql -> DialogRow.waiting(sql, now, horizon, limit));
    }
}
