package openlines.nlp.opennlp;

import java.util.Arrays;
import openlines.nlp.tagger.Tagger;
import opennlp.tools.namefind.TokenNameFinder;
import opennlp.tools.util.Span;

/** A tagger as an OpenNLP {@link TokenNameFinder}. */
public final class LearnedNameFinder implements TokenNameFinder {
    private final Tagger tagger;

    public LearnedNameFinder(Tagger tagger) {
        this.tagger = tagger;
    }

    @Override
    public Span[] find(String[] tokens) {
        return tagger.find(Arrays.asList(tokens), "").stream()
                .map(piece -> new Span(piece.start(), piece.end(), piece.type()))
                .toArray(Span[]::new);
    }

    /** A tagger reads each sentence for itself: there is nothing to clear. */
    @Override
    public void clearAdaptiveData() {}
}
