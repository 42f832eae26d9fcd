package openlines.nlp.intent;

import java.util.Arrays;
import java.util.List;

/** Fits the out-of-scope head to unseen texts, and finds its two thresholds. */
final class ScopeTrainer {
    /** How strongly the head is held to its prior: as much as so many texts speak. */
    private static final double HELD = 3;
    /** The generous threshold gives away so large a share of the texts that would have been answered rightly. */
    private static final double GIVEN_AWAY = 0.01;

    private ScopeTrainer() {}

    static Decision decision(List<DecisionTrainer.Unseen> unseen, float temperature) {
        Decision raw = new Decision(temperature, ScopeHead.PRIOR, 0, 0);
        float[][] signals = unseen.stream()
                .map(text -> ScopeHead.signals(text.reading(), raw.probabilities(text.reading()), temperature))
                .toArray(float[][]::new);
        boolean[] inScope = new boolean[signals.length];
        boolean[] right = new boolean[signals.length];
        for (int i = 0; i < inScope.length; i++) {
            DecisionTrainer.Unseen text = unseen.get(i);
            inScope[i] = text.inScope();
            right[i] = text.inScope() && Rows.best(text.reading().scores()) == text.intent();
        }
        ScopeHead head = new ScopeHead(Logistic.fit(signals, inScope, ScopeHead.PRIOR.weights(), HELD));
        double[] chances = Arrays.stream(signals).mapToDouble(head::inScope).toArray();
        return new Decision(temperature, head, keeping(chances, right), balanced(chances, inScope, right));
    }

    private static float keeping(double[] chances, boolean[] right) {
        double[] kept = java.util.stream.IntStream.range(0, chances.length)
                .filter(i -> right[i])
                .mapToDouble(i -> chances[i])
                .sorted()
                .toArray();
        return kept.length == 0 ? 0.2f : (float) Math.min(0.5, kept[(int) (kept.length * GIVEN_AWAY)]);
    }

    private static float balanced(double[] chances, boolean[] inScope, boolean[] right) {
        double ins = 0;
        double outs = 0;
        for (boolean in : inScope) {
            ins += in ? 1 : 0;
            outs += in ? 0 : 1;
        }
        if (ins == 0 || outs == 0) {
            return 0.5f;
        }
        Integer[] order = new Integer[chances.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(chances[a], chances[b]));
        double kept = 0;
        for (boolean ok : right) {
            kept += ok ? 1 : 0;
        }
        double rejected = 0;
        double best = -1;
        float threshold = 0.5f;
        for (int i : order) {
            double value = kept / ins + rejected / outs;
            if (value > best) {
                best = value;
                threshold = (float) chances[i];
            }
            kept -= right[i] ? 1 : 0;
            rejected += inScope[i] ? 0 : 1;
        }
        return threshold;
    }
}
