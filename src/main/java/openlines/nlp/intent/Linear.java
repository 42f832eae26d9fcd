package openlines.nlp.intent;

/** A matrix of weights, one row an input, one column an output, while it is trained. */
final class Linear {
    final int rows;
    final int width;
    final float[] weights;
    final float[] bias;

    Linear(int rows, int width) {
        this.rows = rows;
        this.width = width;
        this.weights = new float[rows * width];
        this.bias = new float[width];
    }

    /** {@code this = this * own + other} */
    void blend(float own, Linear other) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weights[i] * own + other.weights[i];
        }
        for (int c = 0; c < width; c++) {
            bias[c] = bias[c] * own + other.bias[c];
        }
    }

    void scale(float by) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= by;
        }
        for (int c = 0; c < width; c++) {
            bias[c] *= by;
        }
    }

    void scores(int[] rows, float[] values, int count, float[] into) {
        System.arraycopy(bias, 0, into, 0, width);
        for (int k = 0; k < count; k++) {
            Rows.add(weights, rows[k] * width, values[k], into);
        }
    }
}
