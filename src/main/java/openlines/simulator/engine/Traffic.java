package openlines.simulator.engine;

import jakarta.inject.Singleton;
import java.time.Duration;

/** Counts what is under way between the portal and the world, so that somebody can wait until it is quiet. */
@Singleton
public final class Traffic {

    private int underWay;

    public synchronized void begin() {
        underWay++;
    }

    public synchronized void end() {
        underWay--;
        notifyAll();
    }

    public synchronized int underWay() {
        return underWay;
    }

    /** Waits until nothing is under way; false when {@code longest} of real time passed before. */
    public synchronized boolean awaitQuiet(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (underWay > 0) {
            long millis = (end - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                return false;
            }
            wait(millis);
        }
        return true;
    }
}
