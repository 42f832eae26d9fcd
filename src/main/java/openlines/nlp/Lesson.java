package openlines.nlp;

import java.util.List;
import openlines.nlp.intent.Labelled;
import openlines.nlp.intent.Settings;
import openlines.nlp.phrase.Phrase;
import openlines.nlp.phrase.PhraseBook;

/**
 * What of a phrase book the classifier learns, and how: the same for whoever trains and whoever measures.
 *
 * @param texts all phrases
 * @param settings those that the number of phrases an intent and language asks for
 */
public record Lesson(List<Labelled> texts, Settings settings) {
    public Lesson {
        texts = List.copyOf(texts);
    }

    /** The lesson in a book. */
    public static Lesson of(PhraseBook book) {
        List<Labelled> texts = book.phrases().stream()
                .map(phrase -> new Labelled(phrase.text(), phrase.inScope() ? phrase.intent() : Labelled.NONE))
                .toList();
        long sets = book.phrases().stream()
                .filter(Phrase::inScope)
                .map(phrase -> phrase.language() + '/' + phrase.intent())
                .distinct()
                .count();
        return new Lesson(texts, Settings.forTexts((double) texts.size() / Math.max(1, sets)));
    }
}
