package openlines.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import openlines.store.DialogKey;

/** When to look at a dialog again, in milliseconds of the one clock. What is durable of it lies in the store. */
final class Alarms {
    private final Map<DialogKey, Long> due = new HashMap<>();
    private long next = Long.MAX_VALUE;

    synchronized void at(long moment, DialogKey dialog) {
        due.merge(dialog, moment, Math::min);
        next = Math.min(next, moment);
    }

    /** The dialogs whose time has come; each is told once. */
    synchronized List<DialogKey> ringing(long now) {
        if (now < next) {
            return List.of();
        }
        var ringing = new ArrayList<DialogKey>();
        due.entrySet().removeIf(entry -> {
            boolean rings = entry.getValue() <= now;
            if (rings) {
                ringing.add(entry.getKey());
            }
            return rings;
        });
        next = due.values().stream().mapToLong(Long::longValue).min().orElse(Long.MAX_VALUE);
        return ringing;
    }

    synchronized long next() {
        return next;
    }
}
