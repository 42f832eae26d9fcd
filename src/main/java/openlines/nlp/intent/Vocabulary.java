package openlines.nlp.intent;

import java.util.Arrays;
import openlines.nlp.file.ModelReader;
import openlines.nlp.file.ModelWriter;

/**
 * The features a model knows: hash to row, each row's group and weight.
 *
 * <p>An open table of hashes; two features that share a hash are one feature, which harms nobody.
 */
final class Vocabulary {
    static final int UNKNOWN = -1;

    private final long[] keys;
    private final int[] rows;
    private final int mask;
    private final long[] hashes;
    private final boolean[] letters;
    private final float[] weights;

    /** Rows in the order of {@code hashes}. */
    Vocabulary(long[] hashes, boolean[] letters, float[] weights) {
        this.hashes = hashes;
        this.letters = letters;
        this.weights = weights;
        int size = Integer.highestOneBit(Math.max(8, hashes.length * 2 - 1)) << 1;
        this.mask = size - 1;
        this.keys = new long[size];
        this.rows = new int[size];
        Arrays.fill(rows, UNKNOWN);
        for (int row = 0; row < hashes.length; row++) {
            int slot = (int) hashes[row] & mask;
            while (rows[slot] != UNKNOWN) {
                slot = (slot + 1) & mask;
            }
            keys[slot] = hashes[row];
            rows[slot] = row;
        }
    }

    int size() {
        return hashes.length;
    }

    int row(long hash) {
        int slot = (int) hash & mask;
        while (true) {
            int row = rows[slot];
            if (row == UNKNOWN || keys[slot] == hash) {
                return row;
            }
            slot = (slot + 1) & mask;
        }
    }

    boolean letters(int row) {
        return letters[row];
    }

    float weight(int row) {
        return weights[row];
    }

    void write(ModelWriter out) {
        boolean weighed = false;
        for (float weight : weights) {
            weighed |= weight != 1;
        }
        out.ascending(hashes).flags(letters).flag(weighed);
        if (weighed) {
            out.numbers(weights);
        }
    }

    static Vocabulary read(ModelReader in) {
        long[] hashes = in.ascending();
        boolean[] letters = in.flags();
        float[] weights = new float[hashes.length];
        Arrays.fill(weights, 1);
        return new Vocabulary(hashes, letters, in.flag() ? in.numbers() : weights);
    }
}
