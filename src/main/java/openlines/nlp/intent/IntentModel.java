package openlines.nlp.intent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import openlines.nlp.file.ModelFileException;
import openlines.nlp.file.ModelReader;
import openlines.nlp.file.ModelWriter;

/** A trained classifier: immutable, shared by all threads without a lock. */
public final class IntentModel implements Classifier {
    final List<String> intents;
    final FeatureSettings features;
    final Vocabulary vocabulary;
    final Quantised linear;
    final List<CompactNetwork> networks;
    final Decision decision;
    private final ScratchPool scratches;

    IntentModel(
            List<String> intents,
            FeatureSettings features,
            Vocabulary vocabulary,
            Quantised linear,
            List<CompactNetwork> networks,
            Decision decision) {
        this.intents = List.copyOf(intents);
        this.features = features;
        this.vocabulary = vocabulary;
        this.linear = linear;
        this.networks = List.copyOf(networks);
        this.decision = decision;
        this.scratches = new ScratchPool(vocabulary);
    }

    IntentModel deciding(Decision other) {
        return new IntentModel(intents, features, vocabulary, linear, networks, other);
    }

    @Override
    public List<String> intents() {
        return intents;
    }

    /** Whether networks take part. */
    public boolean full() {
        return !networks.isEmpty();
    }

    /** How many features it knows. */
    public int size() {
        return vocabulary.size();
    }

    @Override
    public Verdict classify(CharSequence text) {
        Scratch scratch = scratches.take();
        try {
            return decision.verdict(read(text, scratch, scratch.scores(linear.width())));
        } finally {
            scratches.give(scratch);
        }
    }

    /** A reading to keep. */
    Reading read(CharSequence text) {
        Scratch scratch = scratches.take();
        try {
            return read(text, scratch, new float[linear.width()]);
        } finally {
            scratches.give(scratch);
        }
    }

    private Reading read(CharSequence text, Scratch scratch, float[] scores) {
        scratch.understand(text, vocabulary, features);
        System.arraycopy(linear.bias(), 0, scores, 0, scores.length);
        for (int k = 0; k < scratch.count; k++) {
            linear.add(scratch.rows[k], scratch.values[k], scores);
        }
        for (CompactNetwork network : networks) {
            network.add(scratch, 1f / networks.size(), scores);
        }
        return reading(scratch, scores);
    }

    private Reading reading(Scratch scratch, float[] scores) {
        int words = scratch.tokens.count();
        int unknown = 0;
        int nowhere = 0;
        for (int i = 0; i < words; i++) {
            long word = FeatureScan.word(scratch.tokens, i);
            if (vocabulary.row(word) == Vocabulary.UNKNOWN) {
                unknown++;
                nowhere += CommonWords.shipped().knows(word) ? 0 : 1;
            }
        }
        int best = Rows.best(scores);
        float support = 0;
        for (int k = 0; k < scratch.pieces; k++) {
            if (scores.length > 0 && linear.weight(scratch.rows[k], best) > 0) {
                support += scratch.values[k] * scratch.values[k];
            }
        }
        support *= scratch.alone * scratch.alone;
        return new Reading(
                scores,
                words == 0 ? 1 : (float) unknown / words,
                words == 0 ? 1 : (float) nowhere / words,
                scratch.features == 0 ? 0 : (float) scratch.pieces / scratch.features,
                words,
                support);
    }

    @Override
    public List<Reason> reasons(CharSequence text, String intent) {
        int column = intents.indexOf(intent);
        Scratch scratch = new Scratch(vocabulary).understand(text, vocabulary, features);
        Map<Integer, Float> values = new TreeMap<>();
        for (int k = 0; k < scratch.pieces; k++) {
            values.put(scratch.rows[k], scratch.values[k]);
        }
        List<Reason> reasons = new ArrayList<>();
        FeatureNames.of(scratch.tokens, features.skips()).forEach((hash, name) -> {
            int row = vocabulary.row(hash);
            Float value = values.get(row);
            if (value != null) {
                reasons.add(new Reason(name, linear.weight(row, column) * value / decision.temperature()));
            }
        });
        for (Reason meaning : MeaningReasons.of(scratch, linear, vocabulary.size(), column)) {
            reasons.add(new Reason(meaning.feature(), meaning.weight() / decision.temperature()));
        }
        reasons.sort(Comparator.comparingDouble((Reason reason) -> Math.abs(reason.weight()))
                .reversed());
        return reasons;
    }

    /** Writes the model. */
    public void write(ModelWriter out) {
        out.list(intents, out::text);
        features.write(out);
        out.integer(CommonWords.edition());
        vocabulary.write(out);
        linear.write(out);
        out.list(networks, network -> network.write(out));
        decision.write(out);
    }

    /** Reads what {@link #write} wrote. */
    public static IntentModel read(ModelReader in) {
        List<String> intents = in.list(in::text);
        FeatureSettings features = FeatureSettings.read(in);
        int edition = in.integer();
        if (edition != CommonWords.edition()) {
            throw new ModelFileException(
                    "the model was trained with other words than come with this version: train again");
        }
        CommonWords.prepare();
        Vocabulary vocabulary = Vocabulary.read(in);
        Quantised linear = Quantised.read(in);
        List<CompactNetwork> networks = in.list(() -> CompactNetwork.read(in));
        Decision decision = Decision.read(in);
        return new IntentModel(intents, features, vocabulary, linear, networks, decision);
    }
}
