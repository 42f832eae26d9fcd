package openlines.nlp.intent;

/** The inner loops of everything here: plain counted loops over one row, which the compiler turns into vector code. */
final class Rows {
    private Rows() {}

    /** {@code sums += value * row} */
    static void add(float[] matrix, int base, float value, float[] sums) {
        for (int c = 0; c < sums.length; c++) {
            sums[c] += value * matrix[base + c];
        }
    }

    /** {@code sums += value * row}, of a row in bytes */
    static void add(byte[] matrix, int base, float value, float[] sums) {
        for (int c = 0; c < sums.length; c++) {
            sums[c] += value * matrix[base + c];
        }
    }

    /** {@code row += value * step} */
    static void addTo(float[] matrix, int base, float value, float[] step) {
        for (int c = 0; c < step.length; c++) {
            matrix[base + c] += value * step[c];
        }
    }

    /** An AdaGrad step down {@code value * slope}, with its own memory of squares for each weight. */
    static void descend(float[] matrix, float[] squares, int base, float value, float[] slope, float rate) {
        for (int c = 0; c < slope.length; c++) {
            float gradient = value * slope[c];
            float square = squares[base + c] + gradient * gradient;
            squares[base + c] = square;
            matrix[base + c] -= rate * gradient / (float) Math.sqrt(square + 1e-6f);
        }
    }

    /** The inner product; four sums side by side, because floats may not be regrouped by the compiler. */
    static float dot(float[] matrix, int base, float[] other) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = 0;
        for (; i + 3 < other.length; i += 4) {
            a += matrix[base + i] * other[i];
            b += matrix[base + i + 1] * other[i + 1];
            c += matrix[base + i + 2] * other[i + 2];
            d += matrix[base + i + 3] * other[i + 3];
        }
        for (; i < other.length; i++) {
            a += matrix[base + i] * other[i];
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
