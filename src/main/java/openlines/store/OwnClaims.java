package openlines.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who works on which dialog of a store that only this process has. In memory: a claim costs no write, and all end with the
 * process.
 */
final class OwnClaims {
    private final Map<DialogKey, Holder> holders = new ConcurrentHashMap<>();
    private final Map<Long, DialogKey> dialogs = new ConcurrentHashMap<>();

    private record Holder(String node, long until) {}

    /** Takes a dialog, unless somebody has it. */
    boolean take(DialogKey dialog, String node, long now, long until) {
        boolean[] taken = new boolean[1];
        holders.compute(dialog, (_, holder) -> {
            taken[0] = holder == null || holder.until() < now;
            return taken[0] ? new Holder(node, until) : holder;
        });
        return taken[0];
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
                                dialog, (_, holder) -> holder.node().equals(node) ? new Holder(node, until) : holder)
                        instanceof Holder(var by, var _)
                && by.equals(node);
    }

    void release(long id, String node) {
        DialogKey dialog = dialogs.get(id);
        if (dialog != null && release(dialog, node)) {
            dialogs.remove(id, dialog);
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
