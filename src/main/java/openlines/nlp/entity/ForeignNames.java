package openlines.nlp.entity;

import java.util.Arrays;
import opennlp.tools.namefind.TokenNameFinder;
import opennlp.tools.util.Span;

/** What a name finder of OpenNLP's finds among a message's tokens. */
record ForeignNames(TokenNameFinder finder) {
    /** What a finder that does not say how sure it is counts for. */
    private static final double LIKELY = 0.8;

    void find(Words words, Claims claims) {
        if (words.size() == 0) {
            return;
        }
        Span[] spans = finder.find(words.written().toArray(String[]::new));
        // each message for itself: what another customer wrote must not change what is found here
        finder.clearAdaptiveData();
        Arrays.stream(spans)
                .filter(span -> claims.free(span.getStart(), span.getEnd()))
                .forEach(span -> claims.words(new Found(
                        span.getType() == null ? "name" : span.getType(),
                        words.text(span.getStart(), span.getEnd()),
                        span.getStart(),
                        span.getEnd(),
                        span.getProb() > 0 ? Math.min(1, span.getProb()) : LIKELY)));
    }
}
