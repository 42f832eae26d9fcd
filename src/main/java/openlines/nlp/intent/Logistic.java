package openlines.nlp.intent;

/** Logistic regression in few dimensions by Newton's method, held to a prior. */
final class Logistic {
    private static final int ROUNDS = 50;
    private static final double SMALLEST_STEP = 1e-6;
    /** Share of the promised gain that a step must bring. */
    private static final double WORTH = 1e-4;

    private final float[][] rows;
    private final boolean[] labels;
    private final float[] importance;
    private final float[] prior;
    private final double held;

    private Logistic(float[][] rows, boolean[] labels, float[] importance, float[] prior, double held) {
        this.rows = rows;
        this.labels = labels;
        this.importance = importance;
        this.prior = prior;
        this.held = held;
    }

    /** Weights, the last for the bias, that tell {@code true} rows from {@code false} ones. */
    static float[] fit(float[][] rows, boolean[] labels, float[] importance, float[] prior, double held) {
        return new Logistic(rows, labels, importance, prior, held).fit();
    }

    /** The chance that the logarithm of odds stands for. */
    static double chance(double odds) {
        return 1 / (1 + Math.exp(-odds));
    }

    private float[] fit() {
        double[] weights = new double[prior.length];
        for (int i = 0; i < prior.length; i++) {
            weights[i] = prior[i];
        }
        boolean moved = true;
        for (int round = 0; round < ROUNDS && moved; round++) {
            moved = descend(weights);
        }
        float[] found = new float[weights.length];
        for (int i = 0; i < weights.length; i++) {
            found[i] = (float) weights[i];
        }
        return found;
    }

    /** One step; tells whether it was worth one. */
    private boolean descend(double[] weights) {
        int size = weights.length;
        double[][] curve = new double[size][size];
        double[] slope = new double[size];
        for (int i = 0; i < size; i++) {
            curve[i][i] = held;
            slope[i] = held * (weights[i] - prior[i]);
        }
        for (int n = 0; n < rows.length; n++) {
            double chance = chance(sum(weights, n));
            double miss = importance[n] * (chance - (labels[n] ? 1 : 0));
            double weight = importance[n] * Math.max(1e-6, chance * (1 - chance));
            for (int i = 0; i < size; i++) {
                slope[i] += miss * signal(n, i);
                for (int j = 0; j <= i; j++) {
                    curve[i][j] += weight * signal(n, i) * signal(n, j);
                }
            }
        }
        return step(weights, solve(curve, slope), slope);
    }

    /** Goes as far as the loss falls: a whole step from where all is saturated leads nowhere. */
    private boolean step(double[] weights, double[] step, double[] slope) {
        double before = loss(weights);
        double promised = 0;
        double widest = 0;
        for (int i = 0; i < step.length; i++) {
            promised += step[i] * slope[i];
            widest = Math.max(widest, Math.abs(step[i]));
        }
        double[] from = weights.clone();
        for (double share = 1; share * widest >= SMALLEST_STEP; share /= 2) {
            for (int i = 0; i < step.length; i++) {
                weights[i] = from[i] - share * step[i];
            }
            if (loss(weights) <= before - WORTH * share * promised) {
                return true;
            }
        }
        System.arraycopy(from, 0, weights, 0, from.length);
        return false;
    }

    private double loss(double[] weights) {
        double loss = 0;
        for (int i = 0; i < weights.length; i++) {
            loss += held / 2 * (weights[i] - prior[i]) * (weights[i] - prior[i]);
        }
        for (int n = 0; n < rows.length; n++) {
            double wrong = labels[n] ? -sum(weights, n) : sum(weights, n);
            loss += importance[n] * (Math.max(wrong, 0) + Math.log1p(Math.exp(-Math.abs(wrong))));
        }
        return loss;
    }

    private double sum(double[] weights, int row) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * signal(row, i);
        }
        return sum;
    }

    private double signal(int row, int i) {
        return i == prior.length - 1 ? 1 : rows[row][i];
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
