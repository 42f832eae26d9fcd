package openlines.nlp.tagger;

import java.util.List;

/**
 * A marked sentence to learn from.
 *
 * @param tokens its words, as written
 * @param pieces which of them are entities
 * @param intent what it means: an intent expects entities of its own
 */
public record Sentence(List<String> tokens, List<Piece> pieces, String intent) {
    public Sentence {
        tokens = List.copyOf(tokens);
        pieces = List.copyOf(pieces);
    }
}
