package openlines.nlp.intent;

/** A matrix of weights, one row a feature, one column an intent, while it is trained. */
final class Linear {
    final int classes;
    final float[] weights;
    final float[] bias;

    Linear(int rows, int classes) {
        this.classes = classes;
        this.weights = new float[rows * classes];
        this.bias = new float[classes];
    }

    /** {@code this = this * own + other} */
    void blend(float own, Linear other) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weights[i] * own + other.weights[i];
        }
        for (int c = 0; c < classes; c++) {
            bias[c] = bias[c] * own + other.bias[c];
        }
    }

    void scores(int[] rows, float[] values, int count, float[] into) {
        System.arraycopy(bias, 0, into, 0, classes);
        for (int k = 0; k < count; k++) {
            Rows.add(weights, rows[k] * classes, values[k], into);
        }
    }
}
