package openlines.nlp.intent;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import openlines.nlp.text.Tokens;

/** Counts in how many texts each feature occurs, and keeps those that occur often enough. */
final class VocabularyBuilder {
    private static final class Seen {
        final boolean letters;
        int texts;
        int last = -1;

        Seen(boolean letters) {
            this.letters = letters;
        }
    }

    private final FeatureSettings settings;
    private final Map<Long, Seen> seen = new HashMap<>();

    private VocabularyBuilder(FeatureSettings settings) {
        this.settings = settings;
    }

    static Vocabulary of(List<String> texts, FeatureSettings settings) {
        VocabularyBuilder builder = new VocabularyBuilder(settings);
        Tokens tokens = new Tokens();
        for (int i = 0; i < texts.size(); i++) {
            builder.count(tokens.read(texts.get(i)), i);
        }
        return builder.build(texts.size());
    }

    private void count(Tokens tokens, int text) {
        FeatureScan.scan(tokens, settings.skips(), new FeatureScan.Sink() {
            @Override
            public void word(long hash) {
                add(hash, false, text);
            }

            @Override
            public void letters(long hash) {
                add(hash, true, text);
            }
        });
    }

    private void add(long hash, boolean letters, int text) {
        Seen feature = seen.computeIfAbsent(hash, _ -> new Seen(letters));
        if (feature.last != text) {
            feature.last = text;
            feature.texts++;
        }
    }

    private Vocabulary build(int texts) {
        long[] hashes = seen.entrySet().stream()
                .filter(entry -> entry.getValue().texts >= settings.leastTexts())
                .mapToLong(Map.Entry::getKey)
                .toArray();
        // sorted, so that the model is the same whatever order the table had
        Arrays.sort(hashes);
        boolean[] letters = new boolean[hashes.length];
        float[] weights = new float[hashes.length];
        for (int row = 0; row < hashes.length; row++) {
            Seen feature = java.util.Objects.requireNonNull(seen.get(hashes[row]));
            letters[row] = feature.letters;
            weights[row] = settings.idf() ? (float) (Math.log((1.0 + texts) / (1.0 + feature.texts)) + 1) : 1f;
        }
        return new Vocabulary(hashes, letters, weights);
    }
}
