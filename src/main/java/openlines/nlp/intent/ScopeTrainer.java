package openlines.nlp.intent;

import java.util.Arrays;
import java.util.List;

/** Fits the out-of-scope head to unseen texts, and finds its two thresholds. */
final class ScopeTrainer {
    /** How strongly the head is held to its prior: as much as so many texts speak. */
    private static final double HELD = 3;
    /** The generous threshold expects so much fewer foreign texts than the balanced one. */
    private static final double GENEROUS = 0.25;
    /** Share of all messages that is taken to be no language at all, where the head was shown such. */
    private static final double NONSENSE = 0.05;
    /** Thresholds that are tried, as the logarithm of odds; none asks for more than nine in ten, however little was learnt from. */
    private static final double LOWEST = -6;

    private static final double HIGHEST = Math.log(9);
    private static final double STEP = 0.05;
    /** So far around a threshold a text counts in part. */
    private static final double SOFTNESS = 0.3;

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
        double[] odds = Arrays.stream(signals).mapToDouble(head::odds).toArray();
        float balanced = threshold(odds, foreignShare);
        return new Decision(temperature, head, Math.min(balanced, threshold(odds, foreignShare * GENEROUS)), balanced);
    }

    /**
     * The threshold with the most right decisions, if such a share of all messages is foreign. The more a text's chance is above
     * it, the more it counts as let through, for around the best threshold little is gained or lost: counted one by one, it
     * would be chance that places it.
     */
    private float threshold(double[] odds, double foreignShare) {
        if (!sawForeign()) {
            return 0.5f;
        }
        double[] worth = worth(foreignShare);
        double most = Double.NEGATIVE_INFINITY;
        double best = 0;
        for (double tried = LOWEST; tried <= HIGHEST; tried += STEP) {
            double value = 0;
            for (int i = 0; i < worth.length; i++) {
                value += worth[i] * Logistic.chance((odds[i] - tried) / SOFTNESS);
            }
            if (value > most) {
                most = value;
                best = tried;
            }
        }
        return (float) Logistic.chance(best);
    }

    private boolean sawForeign() {
        for (int i = 0; i < weights.length; i++) {
            if (!inScope[i] && !nonsense[i]) {
                return true;
            }
        }
        return false;
    }

    /** What is gained by letting each text through: its share of all right answers, less its share of all right refusals. */
    private double[] worth(double foreignShare) {
        double known = 0;
        double foreign = 0;
        double babble = 0;
        for (int i = 0; i < weights.length; i++) {
            known += inScope[i] ? weights[i] : 0;
            foreign += inScope[i] || nonsense[i] ? 0 : weights[i];
            babble += nonsense[i] ? weights[i] : 0;
        }
        double[] worth = new double[weights.length];
        for (int i = 0; i < worth.length; i++) {
            if (nonsense[i]) {
                worth[i] = -NONSENSE * weights[i] / babble;
            } else if (!inScope[i]) {
                worth[i] = -foreignShare * weights[i] / foreign;
            } else if (right[i]) {
                worth[i] = (1 - foreignShare) * weights[i] / known;
            }
        }
        return worth;
    }
}
