package openlines.store;

import java.util.List;
import java.util.Optional;

/** What is to be sent and was not yet, and what could not be. */
public final class Outbox {
    private static final int REASON = 2_000;

    private final Database database;

    public Outbox(Database database) {
        this.database = database;
    }

    /**
     * A call that was given up.
     *
     * @param id its number
     * @param dialog whose
     * @param body what was to be sent
     * @param reason why it was not
     * @param diedAt when, in milliseconds
     */
    public record DeadLetter(long id, DialogKey dialog, String body, String reason, long diedAt) {}

    /** Sent, or settled in another way. */
    public void settled(long letter) {
        database.begin(sql -> settled(sql, letter));
    }

    static int settled(Sql sql, long letter) {
        return sql.update("delete from outbox where id = ?", letter);
    }

    public void later(long letter, long notBefore) {
        database.run(sql -> sql.update(
                "update outbox set attempts = attempts + 1, not_before = ? where id = ?", notBefore, letter));
    }

    /** Gives a letter up, and with it nothing else of its dialog. */
    public void dead(Claim.Letter letter, DialogKey dialog, String reason, long now) {
        database.run(sql -> {
            sql.update("delete from outbox where id = ?", letter.id());
            sql.update(
                    "insert into dead_letter (portal_id, bot_id, chat_id, body, reason, died_at)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    dialog.portal(),
                    dialog.bot(),
                    dialog.chat(),
                    letter.body(),
                    reason.length() > REASON ? reason.substring(0, REASON) : reason,
                    now);
        });
    }

    public List<DeadLetter> deadLetters() {
        return database.read(sql -> sql.list(
                "select id, portal_id, bot_id, chat_id, body, reason, died_at from dead_letter order by id",
                row -> new DeadLetter(
                        row.getLong(1),
                        new DialogKey(row.getLong(2), row.getLong(3), row.getLong(4)),
                        row.getString(5),
                        row.getString(6),
                        row.getLong(7))));
    }

    /** Puts a dead letter back at the end of its dialog's outbox; says which dialog. */
    public Optional<DialogKey> revive(long deadLetter, long now) {
        Optional<DeadLetter> letter =
                deadLetters().stream().filter(one -> one.id() == deadLetter).findFirst();
        return letter.filter(one -> database.change(sql -> {
                    if (sql.update("delete from dead_letter where id = ?", one.id()) == 0) {
                        return false; // somebody else was first
                    }
                    sql.update(
                            "insert into outbox (dialog_id, body, attempts, not_before) select id, ?, 0, ? from dialog"
                                    + " where portal_id = ? and bot_id = ? and chat_id = ?",
                            one.body(),
                            now,
                            one.dialog().portal(),
                            one.dialog().bot(),
                            one.dialog().chat());
                    sql.tell(new News.Waits(one.dialog()));
                    return true;
                }))
                .map(DeadLetter::dialog)
                .map(dialog -> {
                    database.claims().ifPresent(claims -> claims.changed(dialog));
                    return dialog;
                });
    }

    public boolean discard(long deadLetter) {
        return database.change(sql -> sql.update("delete from dead_letter where id = ?", deadLetter)) > 0;
    }

    public long waiting() {
        return database.read(sql ->
                sql.first("select count(*) from outbox", row -> row.getLong(1)).orElse(0L));
    }
}
