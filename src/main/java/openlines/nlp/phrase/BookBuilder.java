package openlines.nlp.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects what files say, and what is wrong with them, so that all complaints come at once. */
final class BookBuilder {
    private final List<Phrase> phrases = new ArrayList<>();
    private final List<ValueList> lists = new ArrayList<>();
    private final List<ValuePattern> patterns = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    void complain(Place place, String what) {
        complaints.add(place + ": " + what);
    }

    void phrase(String language, String intent, String marked, Place place) {
        MarkedText text = MarkedText.parse(marked, what -> complain(place, what));
        if (text.text().isBlank()) {
            complain(place, "the phrase is empty");
            return;
        }
        phrases.add(new Phrase(language, intent, text.text(), text.marks(), place));
    }

    void list(String language, String type, Map<String, List<String>> spellings) {
        lists.add(new ValueList(language, type, spellings));
    }

    void pattern(ValuePattern pattern) {
        patterns.add(pattern);
    }

    PhraseBook build() {
        if (!complaints.isEmpty()) {
            throw new PhraseFileException(complaints);
        }
        return new PhraseBook(phrases, lists, patterns);
    }
}
