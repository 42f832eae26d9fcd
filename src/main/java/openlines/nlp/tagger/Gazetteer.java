package openlines.nlp.tagger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The entities seen in training, by their words, and how often each. */
final class Gazetteer {
    private static final int LONGEST = 4;

    private final Map<String, Map<String, Integer>> seen;

    Gazetteer(Map<String, Map<String, Integer>> seen) {
        this.seen = seen;
    }

    static Gazetteer of(List<Sentence> sentences) {
        Map<String, Map<String, Integer>> seen = new HashMap<>();
        for (Sentence sentence : sentences) {
            List<String> words = Shapes.lower(sentence.tokens());
            for (Piece piece : sentence.pieces()) {
                seen.computeIfAbsent(String.join(" ", words.subList(piece.start(), piece.end())), _ -> new TreeMap<>())
                        .merge(piece.type(), 1, Integer::sum);
            }
        }
        return new Gazetteer(seen);
    }

    Map<String, Map<String, Integer>> seen() {
        return seen;
    }

    /**
     * What each word could be a part of.
     *
     * @param own the sentence's own entities while training: one seen nowhere else must not help itself
     */
    List<List<String>> parts(List<String> words, List<Piece> own) {
        List<List<String>> parts = new ArrayList<>();
        words.forEach(_ -> parts.add(new ArrayList<>(0)));
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 1; to <= Math.min(words.size(), from + LONGEST); to++) {
                Map<String, Integer> types = seen.get(String.join(" ", words.subList(from, to)));
                if (types == null) {
                    continue;
                }
                int start = from;
                int end = to;
                types.forEach((type, times) -> {
                    if (times > 1 || !own.contains(new Piece(start, end, type))) {
                        for (int i = start; i < end; i++) {
                            parts.get(i).add((i == start ? "B" : "I") + type);
                        }
                    }
                });
            }
        }
        return parts;
    }
}
