package openlines.nlp.text;

import java.util.Map;
import opennlp.tools.stemmer.snowball.SnowballStemmer;
import opennlp.tools.stemmer.snowball.SnowballStemmer.ALGORITHM;
import org.jspecify.annotations.Nullable;

/** A language's inflections cut off, by OpenNLP's Snowball stemmers; one thread at a time. */
public final class Stems {
    private static final Map<String, ALGORITHM> KNOWN = Map.ofEntries(
            Map.entry("en", ALGORITHM.ENGLISH),
            Map.entry("ru", ALGORITHM.RUSSIAN),
            Map.entry("de", ALGORITHM.GERMAN),
            Map.entry("fr", ALGORITHM.FRENCH),
            Map.entry("es", ALGORITHM.SPANISH),
            Map.entry("it", ALGORITHM.ITALIAN),
            Map.entry("pt", ALGORITHM.PORTUGUESE),
            Map.entry("nl", ALGORITHM.DUTCH),
            Map.entry("tr", ALGORITHM.TURKISH));

    private static final int LEAST = 4;

    private final SnowballStemmer stemmer;

    private Stems(ALGORITHM algorithm) {
        this.stemmer = new SnowballStemmer(algorithm);
    }

    /** The language's stemmer; null for one that has none. */
    public static @Nullable Stems in(String language) {
        ALGORITHM algorithm = KNOWN.get(language);
        return algorithm == null ? null : new Stems(algorithm);
    }

    /** The stem of a folded word. */
    public String of(CharSequence word) {
        String stem = stemmer.stem(word).toString();
        boolean fleeting = stem.length() > LEAST && (stem.endsWith("ок") || stem.endsWith("ек") || stem.endsWith("ец"));
        // "футболок" and "футболки", "огурец" and "огурцы": Snowball leaves the vowel that comes and goes
        return fleeting ? stem.substring(0, stem.length() - 2) + stem.charAt(stem.length() - 1) : stem;
    }
}
