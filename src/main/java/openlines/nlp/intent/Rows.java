package openlines.nlp.intent;

/**
 * The inner loops of everything here: plain counted loops over one row, which the compiler turns into vector code as long as
 * all arrays have the same index (or other types).
 */
final class Rows {
    private Rows() {}

    /** {@code sums += value * row}, of a row in bytes */
    static void add(byte[] matrix, int base, float value, float[] sums) {
        for (int c = 0; c < sums.length; c++) {
            sums[c] += value * matrix[base + c];
        }
    }

    /** {@code row += value * step} */
    static void addTo(float[] row, float value, float[] step) {
        for (int c = 0; c < step.length; c++) {
            row[c] += value * step[c];
        }
    }

    /** {@code row = row * own + other} */
    static void blend(float[] row, float own, float[] other) {
        for (int c = 0; c < row.length; c++) {
            row[c] = row[c] * own + other[c];
        }
    }

    /** {@code row *= by} */
    static void scale(float[] row, float by) {
        for (int c = 0; c < row.length; c++) {
            row[c] *= by;
        }
    }

    /** An AdaGrad step down {@code value * slope}, with its own memory of squares for each weight. */
    static void descend(float[] row, float[] squares, float value, float[] slope, float rate) {
        for (int c = 0; c < slope.length; c++) {
            float gradient = value * slope[c];
            float square = squares[c] + gradient * gradient;
            squares[c] = square;
            row[c] -= rate * gradient / (float) Math.sqrt(square + 1e-6f);
        }
    }

    /** The inner product; four sums side by side, because floats may not be regrouped by the compiler. */
    static float dot(float[] row, float[] other) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = 0;
        for (; i + 3 < other.length; i += 4) {
            a += row[i] * other[i];
            b += row[i + 1] * other[i + 1];
            c += row[i + 2] * other[i + 2];
            d += row[i + 3] * other[i + 3];
        }
        for (; i < other.length; i++) {
            a += row[i] * other[i];
        }
        return a + b + c + d;
    }

    /** Turns scores into probabilities, in place. */
    static void softmax(float[] scores) {
        float top = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            top = Math.max(top, score);
        }
        double sum = 0;
        for (int c = 0; c < scores.length; c++) {
            scores[c] = (float) Math.exp(scores[c] - top);
            sum += scores[c];
        }
        for (int c = 0; c < scores.length; c++) {
            scores[c] /= (float) sum;
        }
    }

    /** The place of the highest score, 0 where there is none. */
    static int best(float[] scores) {
        int best = 0;
        for (int c = 1; c < scores.length; c++) {
            if (scores[c] > scores[best]) {
                best = c;
            }
        }
        return best;
    }
}
