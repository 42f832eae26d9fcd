package openlines.nlp.intent;

import java.util.Arrays;
import openlines.nlp.file.ModelReader;
import openlines.nlp.file.ModelWriter;

/** The features a model knows: hash to row, each row's group and weight. */
final class Vocabulary {
    static final int UNKNOWN = HashRows.UNKNOWN;

    private final HashRows rows;
    private final long[] hashes;
    private final boolean[] letters;
    private final float[] weights;

    /** Rows in the order of {@code hashes}. */
    Vocabulary(long[] hashes, boolean[] letters, float[] weights) {
        this.hashes = hashes;
        this.letters = letters;
        this.weights = weights;
        this.rows = new HashRows(hashes);
    }

    int size() {
        return hashes.length;
    }

    int row(long hash) {
        return rows.row(hash);
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
