package openlines.nlp.intent;

import java.util.LinkedHashMap;
import java.util.Map;
import openlines.nlp.text.Tokens;

/** The features of one text with their names: made again from the text, because a model keeps only hashes. */
final class FeatureNames {
    private FeatureNames() {}

    static Map<Long, String> of(Tokens tokens, boolean skips) {
        Map<Long, String> names = new LinkedHashMap<>();
        for (int i = 0; i < tokens.count(); i++) {
            names.put(FeatureScan.word(tokens, i), tokens.token(i));
        }
        for (int i = 0; i <= tokens.count(); i++) {
            names.put(FeatureScan.pair(tokens, i), at(tokens, i - 1) + " " + at(tokens, i));
            if (skips && i > 0) {
                names.put(FeatureScan.skip(tokens, i), at(tokens, i - 2) + " … " + at(tokens, i));
            }
        }
        for (int i = 0; i < tokens.count(); i++) {
            String word = " " + tokens.token(i) + " ";
            for (int from = 0; from < word.length(); from++) {
                int last = Math.min(word.length(), from + FeatureSettings.LONGEST);
                for (int to = from + FeatureSettings.SHORTEST; to <= last; to++) {
                    String run = word.substring(from, to);
                    names.putIfAbsent(FeatureScan.letters(run), "'" + run.replace(' ', '_') + "'");
                }
            }
        }
        return names;
    }

    private static String at(Tokens tokens, int i) {
        return i < 0 ? "^" : i >= tokens.count() ? "$" : tokens.token(i);
    }
}
