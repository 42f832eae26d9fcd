package openlines.nlp.intent;

/** A small neural network over a text's features: one hidden layer of rectified units. */
final class Network {
    static final int HIDDEN = 256;

    final int classes;
    final float[] inner;
    final float[] innerBias = new float[HIDDEN];
    final float[] outer;
    final float[] outerBias;

    Network(int rows, int classes) {
        this.classes = classes;
        this.inner = new float[rows * HIDDEN];
        this.outer = new float[HIDDEN * classes];
        this.outerBias = new float[classes];
    }

    /** What reaches the hidden units, before they decide whether to fire. */
    void sense(int[] rows, float[] values, int count, float[] hidden) {
        System.arraycopy(innerBias, 0, hidden, 0, HIDDEN);
        for (int k = 0; k < count; k++) {
            Rows.add(inner, rows[k] * HIDDEN, values[k], hidden);
        }
    }

    /** Scores from hidden units; silent ones cost nothing. */
    void score(float[] hidden, float[] scores) {
        System.arraycopy(outerBias, 0, scores, 0, classes);
        for (int unit = 0; unit < HIDDEN; unit++) {
            if (hidden[unit] > 0) {
                Rows.add(outer, unit * classes, hidden[unit], scores);
            }
        }
    }
}
