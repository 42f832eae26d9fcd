package openlines.nlp.intent;

/** A small neural network over a text's features, while it is trained: one hidden layer of rectified units. */
final class Network {
    static final int HIDDEN = 256;

    final Linear inner;
    final Linear outer;

    Network(int rows, int classes) {
        this.inner = new Linear(rows, HIDDEN);
        this.outer = new Linear(HIDDEN, classes);
    }

    /** Scores from hidden units; silent ones cost nothing. */
    void score(float[] hidden, float[] scores) {
        System.arraycopy(outer.bias, 0, scores, 0, outer.width);
        for (int unit = 0; unit < HIDDEN; unit++) {
            if (hidden[unit] > 0) {
                Rows.addTo(scores, hidden[unit], outer.weights[unit]);
            }
        }
    }
}
