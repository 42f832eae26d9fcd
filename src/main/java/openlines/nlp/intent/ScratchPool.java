package openlines.nlp.intent;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Scratches for whoever comes: one compare-and-set to take, never a wait; virtual threads leave none behind. */
final class ScratchPool {
    private static final int PLACES = 64;

    private final AtomicReferenceArray<@Nullable Scratch> places = new AtomicReferenceArray<>(PLACES);
    private final Vocabulary vocabulary;

    ScratchPool(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    Scratch take() {
        Scratch free = places.getAndSet(place(), null);
        return free == null ? new Scratch(vocabulary) : free;
    }

    void give(Scratch scratch) {
        places.set(place(), scratch);
    }

    private static int place() {
        return (int) Thread.currentThread().threadId() & (PLACES - 1);
    }
}
