package openlines.nlp.intent;

import java.util.SplittableRandom;

/** Trains a network by AdaGrad with features and hidden units dropped at random. */
final class NetworkTrainer {
    private static final float RATE = 0.05f;
    private static final double SPREAD = 0.05;

    private final Examples examples;
    private final Settings settings;
    private final Network net;
    private final Network squares;
    private final SplittableRandom random;
    private final float[] hidden = new float[Network.HIDDEN];
    private final float[] hiddenSlope = new float[Network.HIDDEN];
    private final float[] slope;
    private final int[] rows;
    private final float[] values;

    NetworkTrainer(Examples examples, Settings settings, long seed) {
        this.examples = examples;
        this.settings = settings;
        this.random = new SplittableRandom(seed);
        this.net = new Network(examples.rows(), examples.classes());
        this.squares = new Network(examples.rows(), examples.classes());
        this.slope = new float[examples.classes()];
        int longest = examples.texts().stream().mapToInt(SparseText::size).max().orElse(0);
        this.rows = new int[longest];
        this.values = new float[longest];
    }

    Network train() {
        spread(net.inner, SPREAD);
        spread(net.outer, 1 / Math.sqrt(Network.HIDDEN));
        Shuffle order = new Shuffle(examples.size(), random);
        for (int epoch = 0; epoch < settings.learning().epochs(); epoch++) {
            float rate = RATE * (1 - 0.95f * epoch / settings.learning().epochs());
            for (int example : order.next()) {
                learn(examples.texts().get(example), examples.intents()[example], rate);
            }
        }
        net.outer.scale(settings.learning().networks());
        return net;
    }

    private void learn(SparseText text, int intent, float rate) {
        int kept = drop(text);
        net.inner.scores(rows, values, kept, hidden);
        float scale = 1 / (1 - settings.learning().hiddenDropout());
        for (int unit = 0; unit < Network.HIDDEN; unit++) {
            boolean fires = hidden[unit] > 0
                    && random.nextFloat() >= settings.learning().hiddenDropout();
            hidden[unit] = fires ? hidden[unit] * scale : 0;
        }
        net.score(hidden, slope);
        Rows.softmax(slope);
        SoftmaxTrainer.aim(slope, intent);
        for (int unit = 0; unit < Network.HIDDEN; unit++) {
            hiddenSlope[unit] = 0;
            if (hidden[unit] > 0) {
                float[] row = net.outer.weights[unit];
                hiddenSlope[unit] = Rows.dot(row, slope) * scale;
                Rows.descend(row, squares.outer.weights[unit], hidden[unit], slope, rate);
            }
        }
        Rows.descend(net.outer.bias, squares.outer.bias, 1, slope, rate);
        Rows.descend(net.inner.bias, squares.inner.bias, 1, hiddenSlope, rate);
        for (int k = 0; k < kept; k++) {
            float[] row = net.inner.weights[rows[k]];
            Rows.descend(row, squares.inner.weights[rows[k]], values[k], hiddenSlope, rate);
        }
    }

    private int drop(SparseText text) {
        float scale = 1 / (1 - settings.learning().dropout());
        int kept = 0;
        for (int k = 0; k < text.size(); k++) {
            if (random.nextFloat() >= settings.learning().dropout()) {
                rows[kept] = text.rows()[k];
                values[kept++] = text.values()[k] * scale;
            }
        }
        return kept;
    }

    private void spread(Linear layer, double deviation) {
        for (float[] row : layer.weights) {
            for (int c = 0; c < row.length; c++) {
                row[c] = (float) random.nextGaussian(0, deviation);
            }
        }
    }
}
