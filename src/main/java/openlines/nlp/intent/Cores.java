package openlines.nlp.intent;

import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/** Training on all processors: whoever waits for a part of the work does another part meanwhile. */
final class Cores {
    private Cores() {}

    /** Does the work, and all that it puts beside itself, with one thread a processor. */
    static <T> T share(Callable<T> work) {
        if (ForkJoinTask.inForkJoinPool()) {
            return ForkJoinTask.adapt(work).invoke();
        }
        // not the common pool: with two processors it has one thread, and who waits outside of it does nothing
        try (ForkJoinPool all = new ForkJoinPool(Runtime.getRuntime().availableProcessors())) {
            return all.invoke(ForkJoinTask.adapt(work));
        }
    }

    /** Begins a part of the work; {@code join} brings what came of it. */
    static <T> ForkJoinTask<T> beside(Callable<T> part) {
        return ForkJoinTask.adapt(part).fork();
    }
}
