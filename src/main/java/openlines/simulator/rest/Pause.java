package openlines.simulator.rest;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A wait in real time, which only an ordered trouble asks for. */
final class Pause {

    private Pause() {}

    static void millis(long millis) {
        if (millis > 0) {
            new CompletableFuture<Boolean>()
                    .completeOnTimeout(true, millis, TimeUnit.MILLISECONDS)
                    .join();
        }
    }
}
