package openlines.store;

import java.util.List;
import java.util.Optional;

/**
 * The dialogs of a store that only this process has: claims are in memory, and so is what a dialog was left with, which
 * nobody else can have changed.
 */
final class OwnDialogs implements Dialogs {
    private final Database database;
    private final OwnClaims claims;
    private final String node;

    OwnDialogs(Database database, OwnClaims claims, String node) {
        this.database = database;
        this.claims = claims;
        this.node = node;
    }

    @Override
    public Optional<Claim> claim(DialogKey key, long now, long until) {
        if (!claims.take(key, node, now, until)) {
            return Optional.empty();
        }
        Optional<Claim> known = claims.known(key, DialogRow.EVENTS);
        if (known.isPresent()) {
            return known;
        }
        boolean loaded = false;
        try {
            Claim claim = database.pass(sql ->
                    DialogRow.find(sql, key).orElseGet(() -> made(sql, key)).load(sql, key));
            claims.read(claim);
            loaded = true;
            return Optional.of(claim);
        } finally {
            if (!loaded) {
                claims.release(key, node);
            }
        }
    }

    private static DialogRow made(Sql sql, DialogKey key) {
        return new DialogRow(
                sql.insert(DialogRow.NEW, key.portal(), key.bot(), key.chat()).orElseThrow(), "");
    }

    @Override
    public void coming(DialogKey dialog, Claim.Event event) {
        claims.coming(dialog, event);
    }

    @Override
    public void came(DialogKey dialog, Claim.Event event) {
        claims.came(dialog, event);
    }

    /** Nobody else can take it. */
    @Override
    public boolean holds(long id, long now, long until) {
        return true;
    }

    @Override
    public void prolong(long until) {
        // a claim ends with the process
    }

    @Override
    public void tellCame(DialogKey dialog) {
        // there is nobody to tell
    }

    @Override
    public void tellWaits(DialogKey dialog) {
        // there is nobody to tell
    }

    @Override
    public void release(long id) {
        claims.release(id, node);
    }

    @Override
    public void release(Claim done) {
        claims.release(done, node);
    }

    @Override
    public void releaseSettled(Claim done, long letter) {
        database.begin(sql -> Outbox.settled(sql, letter));
        claims.release(done, node);
    }

    /** Only what did not fit: what comes later is signalled. */
    @Override
    public boolean waits(Claim done) {
        return done.events().size() == DialogRow.EVENTS;
    }

    @Override
    public Optional<TurnEffect.Left> commit(TurnEffect effect) {
        return claims.prolong(effect.dialog(), node, effect.until())
                ? Optional.of(database.change(sql -> {
                    sql.update("update dialog set body = ? where id = ?", effect.body(), effect.dialog());
                    return effect.write(sql);
                }))
                : Optional.empty();
    }

    @Override
    public int releaseOwn() {
        return claims.releaseAll(node);
    }

    /** What the store knows to wait is read from there, whatever is known here. */
    @Override
    public List<DialogKey> waiting(long now, long horizon, int limit) {
        List<DialogKey> waiting =
                database.read(sql -> DialogRow.waiting(sql, now, horizon, limit + claims.size())).stream()
                        .filter(dialog -> claims.isFree(dialog, now))
                        .limit(limit)
                        .toList();
        waiting.forEach(claims::changed);
        return waiting;
    }
}
