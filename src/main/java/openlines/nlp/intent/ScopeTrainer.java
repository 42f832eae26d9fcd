package openlines.nlp.intent;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Fits the out-of-scope head to unseen texts, and finds its two thresholds. */
final class ScopeTrainer {
    /** How strongly the head is held to its prior: as much as so many texts speak. */
    private static final double HELD = 3;
    /** The generous threshold expects so much fewer foreign texts than the balanced one. */
    private static final double GENEROUS = 0.25;
    /** Share of all messages that is taken to be no language at all, where the head was shown such. */
    private static final double NONSENSE = 0.05;
    /** No threshold asks for more, however little the head could learn from. */
    private static final float HIGHEST = 0.9f;

    private final float temperature;
    private final float[][] signals;
    private final boolean[] inScope;
    private final boolean[] right;
    private final float[] weights;
    private final boolean[] nonsense;

    ScopeTrainer(List<DecisionTrainer.Unseen> unseen, float temperature) {
        this.temperature = temperature;
        Decision raw = new Decision(temperature, ScopeHead.PRIOR, 0, 0);
        int size = unseen.size();
        signals = new float[size][];
        inScope = new boolean[size];
        right = new boolean[size];
        weights = new float[size];
        nonsense = new boolean[size];
        for (int i = 0; i < size; i++) {
            DecisionTrainer.Unseen text = unseen.get(i);
            signals[i] = ScopeHead.signals(text.reading(), raw.probabilities(text.reading()), temperature);
            inScope[i] = text.inScope();
            right[i] = text.inScope() && Rows.best(text.reading().scores()) == text.intent();
            weights[i] = text.weight();
            nonsense[i] = text.nonsense();
        }
    }

    Decision decision(double foreignShare) {
        ScopeHead head = new ScopeHead(Logistic.fit(signals, inScope, weights, ScopeHead.PRIOR.weights(), HELD));
        double[] chances = Arrays.stream(signals).mapToDouble(head::inScope).toArray();
        float balanced = threshold(chances, foreignShare);
        return new Decision(
                temperature, head, Math.min(balanced, threshold(chances, foreignShare * GENEROUS)), balanced);
    }

    /** The threshold with the most right decisions, if such a share of all messages is foreign. */
    private float threshold(double[] chances, double foreignShare) {
        double known = 0;
        double foreign = 0;
        double babble = 0;
        double kept = 0;
        for (int i = 0; i < chances.length; i++) {
            known += inScope[i] ? weights[i] : 0;
            foreign += inScope[i] || nonsense[i] ? 0 : weights[i];
            babble += nonsense[i] ? weights[i] : 0;
            kept += right[i] ? weights[i] : 0;
        }
        if (known == 0 || foreign == 0) {
            return 0.5f;
        }
        double babbleShare = babble == 0 ? 0 : NONSENSE / babble;
        int[] order = IntStream.range(0, chances.length)
                .boxed()
                .sorted((a, b) -> Double.compare(chances[a], chances[b]))
                .mapToInt(i -> i)
                .toArray();
        double refused = 0;
        double most = -1;
        float threshold = 0;
        for (int i : order) {
            double value = (1 - foreignShare) * kept / known + refused;
            if (value > most) {
                most = value;
                threshold = (float) chances[i];
            }
            kept -= right[i] ? weights[i] : 0;
            refused += inScope[i] ? 0 : weights[i] * (nonsense[i] ? babbleShare : foreignShare / foreign);
        }
        return Math.min(threshold, HIGHEST);
    }
}
