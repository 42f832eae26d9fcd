package openlines.nlp.intent;

import java.util.List;

/** A trained classifier: immutable, shared by all threads without a lock. */
public final class IntentModel {
    final List<String> intents;
    final FeatureSettings features;
    final Vocabulary vocabulary;
    final byte[] weights;
    final float[] scales;
    final float[] bias;
    final Decision decision;
    private final ScratchPool scratches;

    IntentModel(
            List<String> intents,
            FeatureSettings features,
            Vocabulary vocabulary,
            Quantised matrix,
            Decision decision) {
        this.intents = List.copyOf(intents);
        this.features = features;
        this.vocabulary = vocabulary;
        this.weights = matrix.weights();
        this.scales = matrix.scales();
        this.bias = matrix.bias();
        this.decision = decision;
        this.scratches = new ScratchPool(vocabulary);
    }

    /** The intents, in the order of the probabilities. */
    public List<String> intents() {
        return intents;
    }

    /** What the text means, as far as the model can tell. */
    public Verdict classify(CharSequence text) {
        return decision.verdict(read(text));
    }

    Reading read(CharSequence text) {
        Scratch scratch = scratches.take();
        try {
            scratch.read(text, vocabulary, features);
            float[] scores = bias.clone();
            int classes = scores.length;
            for (int k = 0; k < scratch.count; k++) {
                int row = scratch.rows[k];
                Rows.add(weights, row * classes, scratch.values[k] * scales[row], scores);
            }
            return reading(scratch, scores);
        } finally {
            scratches.give(scratch);
        }
    }

    private Reading reading(Scratch scratch, float[] scores) {
        int words = scratch.tokens.count();
        int unknown = 0;
        for (int i = 0; i < words; i++) {
            if (vocabulary.row(FeatureScan.word(scratch.tokens, i)) == Vocabulary.UNKNOWN) {
                unknown++;
            }
        }
        int best = Rows.best(scores);
        float support = 0;
        for (int k = 0; k < scratch.count; k++) {
            if (weights[scratch.rows[k] * scores.length + best] > 0) {
                support += scratch.values[k] * scratch.values[k];
            }
        }
        return new Reading(
                scores,
                words == 0 ? 1 : (float) unknown / words,
                scratch.features == 0 ? 0 : (float) scratch.count / scratch.features,
                words,
                support);
    }
}
