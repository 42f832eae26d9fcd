package openlines.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who works on which dialog of a store that only this process has, and with what the last dialogs were left. In memory: a
 * claim costs no write and hardly a read, and all end with the process.
 */
final class OwnClaims {
    private static final int REMEMBERED = 2_000;

    private final Map<DialogKey, Holder> holders = new ConcurrentHashMap<>();
    private final Map<Long, DialogKey> dialogs = new ConcurrentHashMap<>();
    private final Cache<DialogKey, Claim> left =
            Caffeine.newBuilder().maximumSize(REMEMBERED).executor(Runnable::run).build();

    /** Who has a dialog until when; {@code stale} where the store has more of it than he knows. */
    private record Holder(String node, long until, boolean stale) {}

    /** Takes a dialog, unless somebody has it. */
    boolean take(DialogKey dialog, String node, long now, long until) {
        boolean[] taken = new boolean[1];
        holders.compute(dialog, (_, holder) -> {
            taken[0] = holder == null || holder.until() < now;
            return taken[0] ? new Holder(node, until, false) : holder;
        });
        return taken[0];
    }

    /** With what its last holder left it, where that is known still; for who has it now. */
    Optional<Claim> left(DialogKey dialog) {
        return Optional.ofNullable(left.asMap().remove(dialog));
    }

    /** Somebody who does not hold a dialog changed it in the store. */
    void changed(DialogKey dialog) {
        holders.computeIfPresent(dialog, (_, holder) -> new Holder(holder.node(), holder.until(), true));
        left.invalidate(dialog);
    }

    /** The row of a dialog that was taken. */
    void row(DialogKey dialog, long id) {
        dialogs.put(id, dialog);
    }

    /** Prolongs a claim; false where it was lost. */
    boolean prolong(long id, String node, long until) {
        DialogKey dialog = dialogs.get(id);
        return dialog != null
                && holders.computeIfPresent(
                                dialog,
                                (_, holder) ->
                                        holder.node().equals(node) ? new Holder(node, until, holder.stale()) : holder)
                        instanceof Holder(var by, var _, var _)
                && by.equals(node);
    }

    void release(long id, String node) {
        DialogKey dialog = dialogs.get(id);
        if (dialog != null && release(dialog, node)) {
            dialogs.remove(id, dialog);
        }
    }

    /** Lets go of a dialog in which only timers are left, and remembers it so. */
    void release(Claim done, String node) {
        boolean[] ours = new boolean[1];
        holders.computeIfPresent(done.key(), (key, holder) -> {
            ours[0] = holder.node().equals(node);
            if (ours[0] && !holder.stale()) {
                left.put(key, done);
            }
            return ours[0] ? null : holder;
        });
        if (ours[0]) {
            dialogs.remove(done.id(), done.key());
        }
    }

    boolean release(DialogKey dialog, String node) {
        boolean[] ours = new boolean[1];
        holders.computeIfPresent(dialog, (_, holder) -> {
            ours[0] = holder.node().equals(node);
            return ours[0] ? null : holder;
        });
        return ours[0];
    }

    /** Gives back all that a node has; says how many. */
    int releaseAll(String node) {
        List<DialogKey> all = new ArrayList<>(holders.keySet());
        return (int) all.stream().filter(dialog -> release(dialog, node)).count();
    }

    int size() {
        return holders.size();
    }

    boolean isFree(DialogKey dialog, long now) {
        Holder holder = holders.get(dialog);
        return holder == null || holder.until() < now;
    }
}
