package openlines.nlp.phrase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import openlines.nlp.text.Tokens;

/** Looks a book over for what is not wrong but makes a bot understand worse. */
final class Warnings {
    private static final int FEW = 5;

    private final List<Phrase> phrases;
    private final List<String> found = new ArrayList<>();

    Warnings(List<Phrase> phrases) {
        this.phrases = phrases;
    }

    List<String> list() {
        doubles();
        few();
        return List.copyOf(found);
    }

    private void doubles() {
        Map<String, Phrase> seen = new HashMap<>();
        Tokens tokens = new Tokens();
        for (Phrase phrase : phrases) {
            String key = phrase.language()
                    + ' '
                    + String.join(" ", tokens.read(phrase.text()).list());
            Phrase first = seen.putIfAbsent(key, phrase);
            if (first == null) {
                continue;
            }
            if (first.intent().equals(phrase.intent())) {
                found.add("%s: \"%s\" is written twice, first at %s"
                        .formatted(phrase.place(), phrase.text(), first.place()));
            } else {
                found.add("%s: \"%s\" is a phrase of %s and of %s (%s)"
                        .formatted(phrase.place(), phrase.text(), phrase.intent(), first.intent(), first.place()));
            }
        }
    }

    private void few() {
        Map<String, Integer> counts = new TreeMap<>();
        phrases.forEach(phrase -> counts.merge(phrase.language() + '/' + phrase.intent(), 1, Integer::sum));
        counts.forEach((intent, count) -> {
            if (count < FEW) {
                found.add("%s has only %d phrase%s; %d or more are needed to learn from"
                        .formatted(intent, count, count == 1 ? "" : "s", FEW));
            }
        });
    }
}
