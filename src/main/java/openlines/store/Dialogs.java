package openlines.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The dialogs: who works on one, what it remembers, what waits in it. A turn's whole effect is one transaction here. */
public final class Dialogs {
    private static final int EVENTS = 20;

    private final Database database;
    private final String node;
    private final boolean shared;
    private final Optional<OwnClaims> own;
    /** What this node has, and until when the store has it so. */
    private final Map<Long, Long> held = new ConcurrentHashMap<>();

    /** For a node of this name. */
    public Dialogs(Database database, String node) {
        this.database = database;
        this.node = node;
        this.shared = database.shared();
        this.own = database.claims();
    }

    /**
     * Takes a dialog, unless another node has it; that node sees new events of it before it lets go.
     *
     * @param until the claim holds, should this node die
     */
    public Optional<Claim> claim(DialogKey key, long now, long until) {
        return own.isPresent() ? claim(own.get(), key, now, until) : claimInStore(key, now, until);
    }

    private Optional<Claim> claim(OwnClaims claims, DialogKey key, long now, long until) {
        if (!claims.take(key, node, now, until)) {
            return Optional.empty();
        }
        boolean loaded = false;
        try {
            Claim claim = database.pass(sql -> load(sql, find(sql, key).orElseGet(() -> made(sql, key)), key));
            claims.row(key, claim.id());
            loaded = true;
            return Optional.of(claim);
        } finally {
            if (!loaded) {
                claims.release(key, node);
            }
        }
    }

    private static Row made(Sql sql, DialogKey key) {
        return new Row(
                sql.insert(
                                "insert into dialog (portal_id, bot_id, chat_id, body, claimed_by, claimed_until)"
                                        + " values (?, ?, ?, '', '', 0)",
                                key.portal(),
                                key.bot(),
                                key.chat())
                        .orElseThrow(),
                "");
    }

    private Optional<Claim> claimInStore(DialogKey key, long now, long until) {
        return database.change(sql -> {
            Optional<Row> free = lock(sql, key, now);
            if (free.isEmpty() && find(sql, key).isEmpty()) {
                sql.update(
                        "insert into dialog (portal_id, bot_id, chat_id, body, claimed_by, claimed_until)"
                                + " values (?, ?, ?, '', '', 0) on conflict do nothing",
                        key.portal(),
                        key.bot(),
                        key.chat());
                free = lock(sql, key, now);
            }
            return free.map(row -> {
                sql.update("update dialog set claimed_by = ?, claimed_until = ? where id = ?", node, until, row.id());
                held.put(row.id(), until);
                return load(sql, row, key);
            });
        });
    }

    /**
     * Whether the dialog is this node's still. A node that stood still for longer than its claims hold asks the store;
     * where no other node took the dialog, it goes on.
     */
    public boolean holds(long id, long now, long until) {
        return !shared || held.getOrDefault(id, 0L) >= now || prolong(id, until);
    }

    /** Prolongs all that this node has: a claim ends with its node, not with a portal that takes its time. */
    public void prolong(long until) {
        if (shared) {
            held.keySet().forEach(id -> prolong(id, until));
        }
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

    /** Tells the node that is at a dialog that something came there. */
    public void tellCame(DialogKey dialog) {
        if (shared) {
            database.run(sql -> sql.tell(new News.Came(dialog)));
        }
    }

    /** Tells all nodes that something waits which this one does not take up. */
    public void tellWaits(DialogKey dialog) {
        if (shared) {
            database.run(sql -> sql.tell(new News.Waits(dialog)));
        }
    }

    /** Lets go, so that any node may take it. */
    public void release(long id) {
        own.ifPresent(claims -> claims.release(id, node));
        if (held.remove(id) != null) {
            database.run(sql -> release(sql, id));
        }
    }

    /** Lets go with the last letter sent. */
    public void releaseSettled(long id, long letter) {
        boolean inStore = held.remove(id) != null;
        database.begin(sql -> {
            Outbox.settled(sql, letter);
            if (inStore) {
                release(sql, id);
            }
        });
        own.ifPresent(claims -> claims.release(id, node));
    }

    private int release(Sql sql, long id) {
        return sql.update(
                "update dialog set claimed_by = '', claimed_until = 0 where id = ? and claimed_by = ?", id, node);
    }

    /**
     * Whether there is more than the claim, which is let go, had. On one node only what did not fit: what comes later
     * is signalled there. Another node's events are seen here, for that node could not take the dialog.
     */
    public boolean waits(Claim done) {
        DialogKey key = done.key();
        if (done.events().size() == EVENTS) {
            return true;
        }
        return shared
                && database.read(sql -> sql.first(
                                "select 1 from inbox where done_at = 0 and portal_id = ? and bot_id = ?"
                                        + " and chat_id = ? limit 1",
                                row -> true,
                                key.portal(),
                                key.bot(),
                                key.chat()))
                        .isPresent();
    }

    /** All of a turn, or nothing: empty where the claim was lost meanwhile. */
    public Optional<TurnEffect.Left> commit(TurnEffect effect) {
        return own.isPresent() ? commit(own.get(), effect) : commitInStore(effect);
    }

    private Optional<TurnEffect.Left> commit(OwnClaims claims, TurnEffect effect) {
        return claims.prolong(effect.dialog(), node, effect.until())
                ? Optional.of(database.change(sql -> {
                    sql.update("update dialog set body = ? where id = ?", effect.body(), effect.dialog());
                    return effect.write(sql);
                }))
                : Optional.empty();
    }

    private Optional<TurnEffect.Left> commitInStore(TurnEffect effect) {
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

    /** Claims that outlived their node's process are given back, and the other nodes may take them. */
    public int releaseOwn() {
        if (own.isPresent()) {
            return own.get().releaseAll(node);
        }
        return database.change(sql -> {
            sql.tell(new News.Left());
            return sql.update("update dialog set claimed_by = '', claimed_until = 0 where claimed_by = ?", node);
        });
    }

    /** Dialogs that nobody works on and in which something waits by {@code horizon}. */
    public List<DialogKey> waiting(long now, long horizon, int limit) {
        return own.map(claims -> waitingInStore(now, horizon, limit + claims.size()).stream()
                        .filter(dialog -> claims.isFree(dialog, now))
                        .limit(limit)
                        .toList())
                .orElseGet(() -> waitingInStore(now, horizon, limit));
    }

    private List<DialogKey> waitingInStore(long now, long horizon, int limit) {
        return database.read(sql -> sql.list(
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
                limit));
    }

    private record Row(long id, String body) {}

    private static Optional<Row> lock(Sql sql, DialogKey key, long now) {
        return sql.first(
                "select id, body from dialog where portal_id = ? and bot_id = ? and chat_id = ? and claimed_until < ?"
                        + " for update skip locked",
                row -> new Row(row.getLong(1), row.getString(2)),
                key.portal(),
                key.bot(),
                key.chat(),
                now);
    }

    private static Optional<Row> find(Sql sql, DialogKey key) {
        return sql.first(
                "select id, body from dialog where portal_id = ? and bot_id = ? and chat_id = ?",
                row -> new Row(row.getLong(1), row.getString(2)),
                key.portal(),
                key.bot(),
                key.chat());
    }

    private static Claim load(Sql sql, Row dialog, DialogKey key) {
        return new Claim(
                dialog.id(),
                key,
                dialog.body(),
                sql.list(
                        "select id, body from inbox where done_at = 0 and portal_id = ? and bot_id = ?"
                                + " and chat_id = ? order by id limit ?",
                        row -> new Claim.Event(row.getLong(1), row.getString(2)),
                        key.portal(),
                        key.bot(),
                        key.chat(),
                        EVENTS),
                sql.list(
                        "select id, body, attempts, not_before from outbox where dialog_id = ? order by id",
                        row -> new Claim.Letter(row.getLong(1), row.getString(2), row.getInt(3), row.getLong(4)),
                        dialog.id()),
                sql.list(
                        "select id, name, after_ms, due_at from timer where dialog_id = ? order by due_at, id",
                        row -> new Claim.Due(row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4)),
                        dialog.id()));
    }
}
