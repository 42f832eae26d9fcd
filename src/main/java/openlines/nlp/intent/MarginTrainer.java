package openlines.nlp.intent;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * One linear L2-loss support vector machine an intent, by dual coordinate descent (Hsieh et al. 2008).
 *
 * <p>All machines of a block of intents see an example at once: its features' rows are read once, in order, instead of
 * once an intent in random order. Blocks don't touch each other, so they train side by side, and the result depends on
 * the seed alone.
 */
final class MarginTrainer {
    private static final double COST = 2;
    private static final float DIAGONAL = (float) (0.5 / COST);
    private static final float PRECISE = 0.05f;
    /** More make the machines more exact and the answers no better. */
    private static final int MOST_ROUNDS = 10;

    private static final int BLOCK = 64;

    private final Examples examples;
    private final long seed;

    MarginTrainer(Examples examples, long seed) {
        this.examples = examples;
        this.seed = seed;
    }

    Linear train() {
        int classes = examples.classes();
        int blocks = (classes + BLOCK - 1) / BLOCK;
        Linear all = new Linear(examples.rows(), classes);
        IntStream.range(0, blocks).parallel().forEach(block -> {
            // even shares: 150 intents are 50 + 50 + 50
            int from = (int) ((long) classes * block / blocks);
            int to = (int) ((long) classes * (block + 1) / blocks);
            new Block(from, to - from).train(all);
        });
        return all;
    }

    private final class Block {
        private final int from;
        private final int width;
        private final Linear machines;
        private final float[] duals;
        private final float[] margin;
        private final float[] step;
        private float widest;

        Block(int from, int width) {
            this.from = from;
            this.width = width;
            this.machines = new Linear(examples.rows(), width);
            this.duals = new float[examples.size() * width];
            this.margin = new float[width];
            this.step = new float[width];
        }

        void train(Linear into) {
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
            for (int row = 0; row < examples.rows(); row++) {
                System.arraycopy(machines.weights[row], 0, into.weights[row], from, width);
            }
            System.arraycopy(machines.bias, 0, into.bias, from, width);
        }

        private void visit(int example) {
            SparseText text = examples.texts().get(example);
            System.arraycopy(machines.bias, 0, margin, 0, width);
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
            int own = examples.intents()[example] - from;
            float curve = norm + DIAGONAL;
            boolean moved = false;
            int base = example * width;
            for (int c = 0; c < width; c++) {
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
            if (!moved) {
                Arrays.fill(step, 0);
            }
            return moved;
        }
    }
}
