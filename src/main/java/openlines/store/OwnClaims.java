package openlines.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who works on which dialog of a store that only this process has, with what the last dialogs were left, and what came
 * since. In memory: a claim costs no write and hardly a read, and all end with the process.
 *
 * <p>What is known of a dialog may be forgotten at any time: its next claim then reads the store.
 */
final class OwnClaims {
    private static final int KNOWN = 2_000;

    private final Map<DialogKey, Holder> holders = new HashMap<>();
    private final Map<Long, DialogKey> dialogs = new HashMap<>();
    private final Map<DialogKey, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<DialogKey, Known> eldest) {
            return size() > KNOWN;
        }
    };

    private record Holder(String node, long until) {}

    /** What is known of a dialog since somebody read it from the store. */
    private static final class Known {
        /** As it was left; none while somebody is at it. */
        private @Nullable Claim left;
        /** Being kept: whoever sees a later one first has to look into the store. */
        private final Set<Long> coming = new HashSet<>();
        /** Kept after the store was read, oldest first. */
        private final List<Claim.Event> came = new ArrayList<>();
        /** Read from the store, and still to be told by who kept them. */
        private final Set<Long> read = new HashSet<>();
    }

    /** Takes a dialog, unless somebody has it. */
    synchronized boolean take(DialogKey dialog, String node, long now, long until) {
        boolean free = isFree(dialog, now);
        if (free) {
            holders.put(dialog, new Holder(node, until));
        }
        return free;
    }

    /**
     * What waits in a dialog that was just taken, where all of it is known; where it is empty, the store is to be read,
     * and {@link #read} told of it.
     */
    synchronized Optional<Claim> known(DialogKey dialog, int events) {
        Known all = known.get(dialog);
        if (all == null || all.left == null || !all.coming.isEmpty()) {
            known.put(dialog, new Known());
            return Optional.empty();
        }
        List<Claim.Event> first = all.came.subList(0, Math.min(events, all.came.size()));
        Claim claim = all.left.withEvents(first);
        first.clear();
        all.left = null;
        dialogs.put(claim.id(), dialog);
        return Optional.of(claim);
    }

    /** A dialog was read from the store: which of its events are not to be counted again. */
    synchronized void read(Claim claim) {
        dialogs.put(claim.id(), claim.key());
        Known all = known.get(claim.key());
        if (all != null) {
            for (Claim.Event event : claim.events()) {
                if (!all.came.removeIf(one -> one.id() == event.id())) {
                    all.read.add(event.id());
                }
            }
        }
    }

    /** An event is being kept: from its commit on it may be read. */
    synchronized void coming(DialogKey dialog, Claim.Event event) {
        Known all = known.get(dialog);
        if (all != null) {
            all.coming.add(event.id());
        }
    }

    /** An event was kept. */
    synchronized void came(DialogKey dialog, Claim.Event event) {
        Known all = known.get(dialog);
        if (all != null) {
            all.coming.remove(event.id());
            if (!all.read.remove(event.id())) {
                all.came.add(event);
                all.came.sort(Comparator.comparingLong(Claim.Event::id));
            }
        }
    }

    /** Somebody who does not hold a dialog changed it in the store. */
    synchronized void changed(DialogKey dialog) {
        known.remove(dialog);
    }

    /** Prolongs a claim; false where it was lost. */
    synchronized boolean prolong(long id, String node, long until) {
        DialogKey dialog = dialogs.get(id);
        boolean ours = dialog != null && isHeld(dialog, node);
        if (ours) {
            holders.put(dialog, new Holder(node, until));
        }
        return ours;
    }

    /** Lets go of a dialog of which nothing is known now. */
    synchronized void release(long id, String node) {
        DialogKey dialog = dialogs.get(id);
        if (dialog != null && release(dialog, node)) {
            dialogs.remove(id);
        }
    }

    /** Lets go of a dialog in which only timers are left, and remembers it so. */
    synchronized void release(Claim done, String node) {
        if (isHeld(done.key(), node)) {
            holders.remove(done.key());
            dialogs.remove(done.id());
            Known all = known.get(done.key());
            if (all != null) {
                all.left = done;
            }
        }
    }

    synchronized boolean release(DialogKey dialog, String node) {
        boolean ours = isHeld(dialog, node);
        if (ours) {
            holders.remove(dialog);
            known.remove(dialog);
        }
        return ours;
    }

    private boolean isHeld(DialogKey dialog, String node) {
        Holder holder = holders.get(dialog);
        return holder != null && holder.node().equals(node);
    }

    /** Gives back all that a node has; says how many. */
    synchronized int releaseAll(String node) {
        List<DialogKey> all = new ArrayList<>(holders.keySet());
        return (int) all.stream().filter(dialog -> release(dialog, node)).count();
    }

    synchronized int size() {
        return holders.size();
    }

    synchronized boolean isFree(DialogKey dialog, long now) {
        Holder holder = holders.get(dialog);
        return holder == null || holder.until() < now;
    }
}
