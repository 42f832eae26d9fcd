package openlines.nlp.intent;

import java.util.random.RandomGenerator;

/** A seeded order of examples. */
final class Shuffle {
    private final int[] order;
    private final RandomGenerator random;

    Shuffle(int size, RandomGenerator random) {
        this.order = new int[size];
        this.random = random;
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
    }

    /** The next order; the array is reused. */
    int[] next() {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return order;
    }
}
