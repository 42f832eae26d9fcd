package openlines.nlp.tagger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words that stand outside entities, and in how many sentences each: a word never seen there is rather a name. */
final class Ordinary {
    private final Map<String, Integer> sentences;

    Ordinary(Map<String, Integer> sentences) {
        this.sentences = sentences;
    }

    static Ordinary of(List<Sentence> marked) {
        Map<String, Integer> sentences = new HashMap<>();
        for (Sentence sentence : marked) {
            outside(sentence.tokens(), sentence.pieces()).forEach(word -> sentences.merge(word, 1, Integer::sum));
        }
        return new Ordinary(sentences);
    }

    private static Set<String> outside(List<String> tokens, List<Piece> pieces) {
        Set<String> outside = new HashSet<>();
        List<String> words = Shapes.lower(tokens);
        for (int i = 0; i < words.size(); i++) {
            int word = i;
            if (pieces.stream().noneMatch(piece -> piece.start() <= word && word < piece.end())) {
                outside.add(words.get(i));
            }
        }
        return outside;
    }

    Map<String, Integer> sentences() {
        return sentences;
    }

    /**
     * Which words of a sentence are ordinary ones.
     *
     * @param own the sentence's own entities while it is learned from, null otherwise: it must not vouch for itself
     */
    boolean[] in(List<String> words, @Nullable List<Piece> own) {
        Set<String> itself = own == null ? Set.of() : outside(words, own);
        boolean[] ordinary = new boolean[words.size()];
        for (int i = 0; i < ordinary.length; i++) {
            int others = sentences.getOrDefault(words.get(i), 0) - (itself.contains(words.get(i)) ? 1 : 0);
            ordinary[i] = others > 0;
        }
        return ordinary;
    }
}
