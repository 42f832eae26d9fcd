package openlines.simulator.rest;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Troubles ordered by a test for the next REST calls. */
@Singleton
public final class Faults {

    /**
     * A trouble.
     *
     * @param error the code to answer; empty for none
     * @param status the status to answer with it; 0 for that of the code, or 500
     * @param delayMillis of real time before the answer
     * @param drop closes the connection without an answer
     * @param method which calls; empty for all
     * @param count how many of them
     */
    public record Fault(String error, int status, long delayMillis, boolean drop, String method, int count) {

        boolean hits(String called) {
            return method.isEmpty() || method.toLowerCase(Locale.ROOT).equals(called.toLowerCase(Locale.ROOT));
        }

        private Fault once() {
            return new Fault(error, status, delayMillis, drop, method, count - 1);
        }

        /** What to answer in place of the call's own answer. */
        Optional<RestError> refusal() {
            if (error.isEmpty() && status == 0) {
                return Optional.empty();
            }
            SystemErrors known = SystemErrors.named(error);
            return Optional.of(new RestError(
                    status == 0 ? known.status() : status,
                    error.isEmpty() ? known.code() : error,
                    known.description()));
        }
    }

    private final List<Fault> waiting = new ArrayList<>();

    public synchronized void add(Fault fault) {
        waiting.add(fault);
    }

    /** What has not hit yet. */
    public synchronized List<Fault> waiting() {
        return List.copyOf(waiting);
    }

    public synchronized void clear() {
        waiting.clear();
    }

    synchronized Optional<Fault> take(String method) {
        for (int i = 0; i < waiting.size(); i++) {
            Fault fault = waiting.get(i);
            if (fault.hits(method)) {
                if (fault.count > 1) {
                    waiting.set(i, fault.once());
                } else {
                    waiting.remove(i);
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }
}
