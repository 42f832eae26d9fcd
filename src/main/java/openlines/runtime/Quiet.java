package openlines.runtime;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Knows whether anything goes on. */
final class Quiet {
    private int busy;

    synchronized void enter() {
        busy++;
    }

    synchronized void leave() {
        busy--;
        notifyAll();
    }

    synchronized int busy() {
        return busy;
    }

    /** Waits until a condition holds, looking whenever something ends; false where it did not come in time. */
    boolean await(BooleanSupplier condition, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            synchronized (this) {
                try {
                    wait(2);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
        }
        return true;
    }
}
