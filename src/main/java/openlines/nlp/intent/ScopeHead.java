package openlines.nlp.intent;

/**
 * Tells a text that belongs to one of the intents from one that belongs to none: a logistic regression over how the
 * classifier looked while it decided.
 *
 * @param weights one a signal, the last for the bias
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for inner loops; nobody compares two of them
record ScopeHead(float[] weights) {
    static final int SIGNALS = 11;
    /** What a set too small to learn from starts with. */
    static final ScopeHead PRIOR =
            new ScopeHead(new float[] {0.5f, 0.5f, -0.5f, 0.5f, 0.5f, -2f, -0.3f, 1f, 0f, 2f, -1f, 0f});

    /** Chance that the text is in scope. */
    double inScope(float[] signals) {
        return Logistic.chance(odds(signals));
    }

    /** The logarithm of the odds that it is. */
    double odds(float[] signals) {
        double sum = weights[SIGNALS];
        for (int i = 0; i < SIGNALS; i++) {
            sum += weights[i] * signals[i];
        }
        return sum;
    }

    /** The signals, each about one in size whatever the set, so that the prior's weights mean the same everywhere. */
    static float[] signals(Reading reading, float[] probabilities, float temperature) {
        int best = Rows.best(probabilities);
        double top = probabilities[best];
        double second = 0;
        double entropy = 0;
        double energy = 0;
        float highest = reading.scores()[Rows.best(reading.scores())];
        for (int c = 0; c < probabilities.length; c++) {
            double p = probabilities[c];
            if (c != best) {
                second = Math.max(second, p);
            }
            entropy -= p * Math.log(p + 1e-9);
            energy += Math.exp((reading.scores()[c] - highest) / temperature);
        }
        float[] signals = new float[SIGNALS];
        signals[0] = (float) (Math.log((top + 1e-4) / (1 - top + 1e-4)) / 4);
        signals[1] = (float) (top - second);
        signals[2] = (float) (entropy / Math.log(Math.max(2, probabilities.length)));
        signals[3] = highest / 10;
        signals[4] = (float) ((highest + temperature * Math.log(energy)) / 10);
        signals[5] = reading.unknownWords();
        signals[6] = reading.unknownWords() > 0 ? 1 : 0;
        signals[7] = reading.knownFeatures();
        signals[8] = (float) (Math.log(1 + reading.words()) / 3);
        signals[9] = reading.support();
        signals[10] = reading.nowhere();
        return signals;
    }
}
