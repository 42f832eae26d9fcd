package openlines.nlp.tagger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known about each word of a sentence: itself, its neighbours, its look, the intent. */
final class TagFeatures {
    private static final int AFFIX = 4;

    private final List<String> tokens;
    private final List<String> words;
    private final String intent;

    TagFeatures(List<String> tokens, String intent) {
        this.tokens = tokens;
        this.words = Shapes.lower(tokens);
        this.intent = intent;
    }

    /** While it is learned from, a sentence's {@code own} entities; null otherwise. */
    List<List<String>> all(Gazetteer gazetteer, Ordinary ordinary, @Nullable List<Piece> own) {
        List<List<String>> parts = gazetteer.parts(words, own == null ? List.of() : own);
        boolean[] known = ordinary.in(words, own);
        List<List<String>> all = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); i++) {
            List<String> features = new ArrayList<>(48);
            context(i, features);
            look(i, known[i] ? "known" : "new", features);
            for (String part : parts.get(i)) {
                features.add("g=" + part);
                features.add("g=" + part + "|" + intent);
            }
            if (!intent.isEmpty()) {
                features.add("in=" + intent);
                features.add("in=" + intent + "|w=" + words.get(i));
                features.add("in=" + intent + "|p1=" + word(i - 1));
                features.add("in=" + intent + "|n1=" + word(i + 1));
            }
            all.add(features);
        }
        return all;
    }

    private void context(int i, List<String> features) {
        String word = word(i);
        String p1 = word(i - 1);
        String p2 = word(i - 2);
        String n1 = word(i + 1);
        String n2 = word(i + 2);
        features.add("b");
        features.add("w=" + word);
        features.add("p1=" + p1);
        features.add("p2=" + p2);
        features.add("n1=" + n1);
        features.add("n2=" + n2);
        features.add("pw=" + p1 + "|" + word);
        features.add("wn=" + word + "|" + n1);
        features.add("pp=" + p2 + "|" + p1);
        features.add("nn=" + n1 + "|" + n2);
        features.add("pn=" + p1 + "|" + n1);
        for (int size = 1; size <= AFFIX && size < word.length(); size++) {
            features.add("pre=" + word.substring(0, size));
            features.add("suf=" + word.substring(word.length() - size));
        }
    }

    private void look(int i, String known, List<String> features) {
        String shape = Shapes.of(tokens.get(i));
        features.add("s=" + shape);
        features.add("o=" + known);
        features.add("os=" + known + shape);
        features.add("osf=" + known + shape + (i == 0));
        features.add("s3=" + shape(i - 1) + shape + shape(i + 1));
        features.add("sp=" + shape(i - 1) + "|" + shape);
        features.add("sn=" + shape + "|" + shape(i + 1));
        features.add("s|p1=" + shape + "|" + word(i - 1));
        features.add("s|n1=" + shape + "|" + word(i + 1));
        features.add("s|first=" + shape + (i == 0));
        if (i == 0) {
            features.add("first");
        }
        if (i == tokens.size() - 1) {
            features.add("last");
        }
    }

    private String word(int i) {
        return i < 0 ? "<s>" : i >= words.size() ? "</s>" : words.get(i);
    }

    private String shape(int i) {
        return i < 0 || i >= tokens.size() ? "" : Shapes.of(tokens.get(i));
    }
}
