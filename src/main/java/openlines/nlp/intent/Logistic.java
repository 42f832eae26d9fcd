package openlines.nlp.intent;

/** Logistic regression in few dimensions by Newton's method, held to a prior. */
final class Logistic {
    private static final int ROUNDS = 25;

    private Logistic() {}

    /** Weights, the last for the bias, that tell {@code true} rows from {@code false} ones. */
    static float[] fit(float[][] rows, boolean[] labels, float[] importance, float[] prior, double held) {
        int size = prior.length;
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            weights[i] = prior[i];
        }
        for (int round = 0; round < ROUNDS; round++) {
            double[][] curve = new double[size][size];
            double[] slope = new double[size];
            for (int i = 0; i < size; i++) {
                curve[i][i] = held;
                slope[i] = held * (weights[i] - prior[i]);
            }
            for (int n = 0; n < rows.length; n++) {
                double sum = weights[size - 1];
                for (int i = 0; i < size - 1; i++) {
                    sum += weights[i] * rows[n][i];
                }
                double chance = 1 / (1 + Math.exp(-sum));
                double miss = importance[n] * (chance - (labels[n] ? 1 : 0));
                double weight = importance[n] * Math.max(1e-6, chance * (1 - chance));
                for (int i = 0; i < size; i++) {
                    double x = i == size - 1 ? 1 : rows[n][i];
                    slope[i] += miss * x;
                    for (int j = 0; j <= i; j++) {
                        curve[i][j] += weight * x * (j == size - 1 ? 1 : rows[n][j]);
                    }
                }
            }
            double[] step = solve(curve, slope);
            double widest = 0;
            for (int i = 0; i < size; i++) {
                weights[i] -= step[i];
                widest = Math.max(widest, Math.abs(step[i]));
            }
            if (widest < 1e-6) {
                break;
            }
        }
        float[] found = new float[size];
        for (int i = 0; i < size; i++) {
            found[i] = (float) weights[i];
        }
        return found;
    }

    /** Solves {@code curve * step = slope} by Cholesky; only the lower half of {@code curve} is read. */
    private static double[] solve(double[][] curve, double[] slope) {
        int size = slope.length;
        double[][] root = new double[size][size];
        double[] step = new double[size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = curve[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= root[i][k] * root[j][k];
                }
                root[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-9)) : sum / root[j][j];
            }
        }
        for (int i = 0; i < size; i++) {
            double sum = slope[i];
            for (int k = 0; k < i; k++) {
                sum -= root[i][k] * step[k];
            }
            step[i] = sum / root[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            double sum = step[i];
            for (int k = i + 1; k < size; k++) {
                sum -= root[k][i] * step[k];
            }
            step[i] = sum / root[i][i];
        }
        return step;
    }
}
