package openlines.nlp.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import openlines.nlp.text.Stems;

/**
 * Finds list values in another case or number: "синюю футболку" for "синяя футболка", "blaue Hemden" for "blaues Hemd".
 * Values and message are cut to their stems by the message's language.
 */
final class Inflected {
    private static final double LIKELY = 0.9;
    private static final int SHORTEST_STEM = 3;

    private final List<String> keys;
    private final int mostWords;
    private final Map<String, Map<String, String>> byLanguage = new ConcurrentHashMap<>();

    Inflected(Collection<String> keys) {
        // a fixed order, so that of two values with one stem always the same is found
        this.keys = keys.stream().sorted().toList();
        this.mostWords =
                keys.stream().mapToInt(key -> key.split(" ", -1).length).max().orElse(0);
    }

    void find(Words words, String language, Claims claims, Misspelt.Taker taker) {
        Stems stems = keys.isEmpty() ? null : Stems.in(language);
        if (stems == null) {
            return;
        }
        Map<String, String> byStem = byLanguage.computeIfAbsent(language, _ -> index(stems));
        List<String> stemmed = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); i++) {
            stemmed.add(stem(words.at(i), stems));
        }
        for (int size = Math.min(mostWords, stemmed.size()); size > 0; size--) {
            for (int first = 0; first + size <= stemmed.size(); first++) {
                String key = byStem.get(String.join(" ", stemmed.subList(first, first + size)));
                if (key != null && claims.free(first, first + size) && !inhabitant(words, first, size, key)) {
                    taker.take(key, first, first + size, LIKELY);
                }
            }
        }
    }

    private Map<String, String> index(Stems stems) {
        Map<String, String> byStem = new HashMap<>();
        for (String key : keys) {
            String[] parts = key.split(" ", -1);
            for (int i = 0; i < parts.length; i++) {
                parts[i] = stem(parts[i], stems);
            }
            String joined = String.join(" ", parts);
            if (joined.length() >= SHORTEST_STEM) {
                byStem.putIfAbsent(joined, key);
            }
        }
        return byStem;
    }

    /** A word too short to have a stem stands for itself. */
    private static String stem(String word, Stems stems) {
        if (word.length() <= SHORTEST_STEM || !Character.isLetter(word.charAt(0))) {
            return word;
        }
        String stem = stems.of(word);
        return stem.length() < SHORTEST_STEM ? word : stem;
    }

    /** A Berliner is not Berlin. */
    private static boolean inhabitant(Words words, int first, int size, String key) {
        return size == 1 && words.at(first).equals(key + "er");
    }
}
