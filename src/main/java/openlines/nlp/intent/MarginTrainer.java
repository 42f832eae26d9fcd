package openlines.nlp.intent;

import java.util.SplittableRandom;

/**
 * One linear L2-loss support vector machine an intent, by dual coordinate descent (Hsieh et al. 2008).
 *
 * <p>All machines see an example at once: its features' rows are read once, in order, instead of once an intent in random
 * order.
 */
final class MarginTrainer {
    private static final double COST = 2;
    private static final float DIAGONAL = (float) (0.5 / COST);
    private static final float PRECISE = 0.05f;
    /** More make the machines more exact and the answers no better. */
    private static final int MOST_ROUNDS = 10;

    private final Examples examples;
    private final long seed;
    private final Linear machines;
    private final float[] duals;
    private final float[] margin;
    private final float[] step;
    private float widest;

    MarginTrainer(Examples examples, long seed) {
        this.examples = examples;
        this.seed = seed;
        this.machines = new Linear(examples.rows(), examples.classes());
        this.duals = new float[examples.size() * examples.classes()];
        this.margin = new float[examples.classes()];
        this.step = new float[examples.classes()];
    }

    Linear train() {
        Shuffle order = new Shuffle(examples.size(), new SplittableRandom(seed));
        for (int round = 0; round < MOST_ROUNDS; round++) {
            widest = 0;
            for (int example : order.next()) {
                visit(example);
            }
            if (widest < PRECISE) {
                break;
            }
        }
        return machines;
    }

    private void visit(int example) {
        SparseText text = examples.texts().get(example);
        System.arraycopy(machines.bias, 0, margin, 0, margin.length);
        float norm = 1; // the bias is a feature that every text has
        for (int k = 0; k < text.size(); k++) {
            float value = text.values()[k];
            norm += value * value;
            Rows.addTo(margin, value, machines.weights[text.rows()[k]]);
        }
        if (!move(example, norm)) {
            return;
        }
        Rows.addTo(machines.bias, 1, step);
        for (int k = 0; k < text.size(); k++) {
            Rows.addTo(machines.weights[text.rows()[k]], text.values()[k], step);
        }
    }

    /** One exact step of each machine's dual variable for this example; tells whether any moved. */
    private boolean move(int example, float norm) {
        int own = examples.intents()[example];
        float curve = norm + DIAGONAL;
        boolean moved = false;
        int base = example * step.length;
        for (int c = 0; c < step.length; c++) {
            float side = c == own ? 1 : -1;
            float dual = duals[base + c];
            float gradient = side * margin[c] - 1 + dual * DIAGONAL;
            float projected = dual == 0 ? Math.min(gradient, 0) : gradient;
            widest = Math.max(widest, Math.abs(projected));
            float next = Math.max(dual - gradient / curve, 0);
            duals[base + c] = next;
            step[c] = (next - dual) * side;
            moved |= next != dual;
        }
        return moved;
    }
}
