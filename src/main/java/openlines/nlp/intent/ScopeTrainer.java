package openlines.nlp.intent;

import java.util.Arrays;
import java.util.Comparator;
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
    /** Thresholds that are tried, as the logarithm of odds; none asks for more than nine in ten, however little was learnt from. */
    private static final double LOWEST = -6;

    private static final double HIGHEST = Math.log(9);
    private static final double STEP = 0.02;
    /** Thresholds that bring so much of what the best one brings are as good. */
    private static final double NEARLY = 0.7;

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
     * The threshold for the most right decisions, if such a share of all messages is foreign: the middle of all that bring
     * nearly as much as the best. There little is gained or lost, and of the best alone it is chance where it stands.
     */
    private float threshold(double[] odds, double foreignShare) {
        if (IntStream.range(0, weights.length).noneMatch(i -> !inScope[i] && !nonsense[i])) {
            return 0.5f;
        }
        double[] gains = gains(odds, worth(foreignShare));
        double enough = NEARLY * Arrays.stream(gains).max().orElse(0);
        double sum = 0;
        double weight = 0;
        for (int step = 0; step < gains.length; step++) {
            double above = Math.max(0, gains[step] - enough);
            sum += above * (LOWEST + step * STEP);
            weight += above;
        }
        return (float) Logistic.chance(weight == 0 ? LOWEST : sum / weight);
    }

    /** What is gained by refusing all that lies below each threshold tried. */
    private static double[] gains(double[] odds, double[] worth) {
        int[] order = IntStream.range(0, odds.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> odds[i]))
                .mapToInt(i -> i)
                .toArray();
        double[] gains = new double[(int) ((HIGHEST - LOWEST) / STEP) + 1];
        double gain = 0;
        int next = 0;
        for (int step = 0; step < gains.length; step++) {
            while (next < order.length && odds[order[next]] < LOWEST + step * STEP) {
                gain -= worth[order[next++]];
            }
            gains[step] = gain;
        }
        return gains;
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
