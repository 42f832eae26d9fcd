package openlines.runtime;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import openlines.store.DialogKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Has each dialog's work done by one thread at a time, and the dialogs of many portals fairly side by side. */
final class Turns {
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    private final Consumer<DialogKey> work;
    private final Consumer<DialogKey> failed;
    private final Consumer<DialogKey> full;
    private final Quiet quiet;
    private final Fair fair;
    /** Dialogs at work; true where something came meanwhile. */
    private final Map<DialogKey, Boolean> active = new ConcurrentHashMap<>();

    private volatile boolean stopping;

    Turns(Does does, Quiet quiet, int atOnce) {
        this.work = does.work();
        this.failed = does.failed();
        this.full = does.full();
        this.quiet = quiet;
        this.fair = new Fair(atOnce);
    }

    /**
     * What is done with a dialog.
     *
     * @param work all that waits there
     * @param failed its work threw
     * @param full it has to wait here for others; elsewhere it might not
     */
    record Does(Consumer<DialogKey> work, Consumer<DialogKey> failed, Consumer<DialogKey> full) {}

    /** Something waits in a dialog that is at work here; where it is not, nothing happens. */
    void signalIfAtWork(DialogKey dialog) {
        active.computeIfPresent(dialog, (_, _) -> true);
    }

    /** Something came for a dialog: taken up here, or by another node where this one has its hands full. */
    void arrived(DialogKey dialog) {
        if (fair.full()) {
            full.accept(dialog);
        }
        signal(dialog);
    }

    /** Something waits in a dialog. */
    void signal(DialogKey dialog) {
        if (stopping) {
            return; // it is in the store, and the next start finds it
        }
        boolean[] mine = new boolean[1];
        active.compute(dialog, (_, again) -> {
            mine[0] = again == null;
            return again != null;
        });
        if (mine[0]) {
            quiet.enter();
            fair.submit(dialog.portal(), () -> run(dialog));
        }
    }

    /** The dialogs that are worked on now, or wait for their turn. */
    Set<DialogKey> atWork() {
        return Set.copyOf(active.keySet());
    }

    /** Takes up nothing new. */
    void stop() {
        stopping = true;
    }

    private void run(DialogKey dialog) {
        MDC.put("portal", Long.toString(dialog.portal()));
        MDC.put("chat", Long.toString(dialog.chat()));
        try {
            do {
                work.accept(dialog);
            } while (isToGoOn(dialog));
        } catch (RuntimeException e) {
            LOG.error("dialog {}: its work failed", dialog, e);
            active.remove(dialog);
            failed.accept(dialog);
        } finally {
            quiet.leave();
        }
    }

    /** Whether something came meanwhile; where not, the next signal finds the dialog free. */
    private boolean isToGoOn(DialogKey dialog) {
        boolean[] on = new boolean[1];
        active.computeIfPresent(dialog, (_, again) -> {
            on[0] = again && !stopping;
            return on[0] ? Boolean.FALSE : null;
        });
        return on[0];
    }
}
