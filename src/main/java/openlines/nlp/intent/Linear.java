package openlines.nlp.intent;

/**
 * A matrix of weights, one row an input, one column an output, while it is trained.
 *
 * <p>Each row is an array of its own: only where all arrays of a loop have one index does the compiler know that a row and
 * what is added to it don't overlap, and make vector code of it.
 */
final class Linear {
    final int rows;
    final int width;
    final float[][] weights;
    final float[] bias;

    Linear(int rows, int width) {
        this.rows = rows;
        this.width = width;
        this.weights = new float[rows][width];
        this.bias = new float[width];
    }

    /** {@code this = this * own + other} */
    void blend(float own, Linear other) {
        for (int row = 0; row < rows; row++) {
            Rows.blend(weights[row], own, other.weights[row]);
        }
        Rows.blend(bias, own, other.bias);
    }

    void scale(float by) {
        for (float[] row : weights) {
            Rows.scale(row, by);
        }
        Rows.scale(bias, by);
    }

    void scores(int[] rows, float[] values, int count, float[] into) {
        System.arraycopy(bias, 0, into, 0, width);
        for (int k = 0; k < count; k++) {
            Rows.addTo(into, values[k], weights[rows[k]]);
        }
    }
}
