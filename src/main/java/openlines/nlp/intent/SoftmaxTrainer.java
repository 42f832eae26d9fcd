package openlines.nlp.intent;

import java.util.SplittableRandom;

/** Multinomial logistic regression by AdaGrad, with features dropped at random so that no single word is relied on. */
final class SoftmaxTrainer {
    private static final float RATE = 0.5f;

    private final Examples examples;
    private final Settings settings;
    private final long seed;

    SoftmaxTrainer(Examples examples, Settings settings, long seed) {
        this.examples = examples;
        this.settings = settings;
        this.seed = seed;
    }

    Linear train() {
        Linear model = new Linear(examples.rows(), examples.classes());
        Linear squares = new Linear(examples.rows(), examples.classes());
        SplittableRandom random = new SplittableRandom(seed);
        Shuffle order = new Shuffle(examples.size(), random);
        float[] slope = new float[examples.classes()];
        int[] rows = new int[longest()];
        float[] values = new float[rows.length];
        float scale = 1 / (1 - settings.learning().dropout());
        for (int epoch = 0; epoch < settings.learning().epochs(); epoch++) {
            float rate = RATE * (1 - 0.9f * epoch / settings.learning().epochs());
            for (int example : order.next()) {
                SparseText text = examples.texts().get(example);
                int kept = 0;
                for (int k = 0; k < text.size(); k++) {
                    if (random.nextFloat() >= settings.learning().dropout()) {
                        rows[kept] = text.rows()[k];
                        values[kept++] = text.values()[k] * scale;
                    }
                }
                model.scores(rows, values, kept, slope);
                Rows.softmax(slope);
                aim(slope, examples.intents()[example]);
                for (int k = 0; k < kept; k++) {
                    Rows.descend(model.weights[rows[k]], squares.weights[rows[k]], values[k], slope, rate);
                }
                Rows.descend(model.bias, squares.bias, 1, slope, rate);
            }
        }
        return model;
    }

    /** Probabilities become the slope of the loss; a text out of scope should be as likely to be each intent. */
    static void aim(float[] probabilities, int intent) {
        if (intent == Examples.OUT_OF_SCOPE) {
            for (int c = 0; c < probabilities.length; c++) {
                probabilities[c] -= 1f / probabilities.length;
            }
        } else {
            probabilities[intent] -= 1;
        }
    }

    private int longest() {
        return examples.texts().stream().mapToInt(SparseText::size).max().orElse(0);
    }
}
