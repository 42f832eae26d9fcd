package openlines.nlp.entity;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A message that says nothing but yes or no, in the dialog's language or another that we know. */
final class Answers {
    private record YesNo(Phrases<String> yes, Phrases<String> no) {}

    private static final Map<String, YesNo> KNOWN = new ConcurrentHashMap<>();
    private static final int MOST_WORDS = 5;

    void find(Words words, String language, Claims claims) {
        StringBuilder said = new StringBuilder();
        int count = 0;
        for (int i = 0; i < words.size() && count <= MOST_WORDS; i++) {
            Word word = words.get(i);
            if (word.digits()) {
                return;
            }
            if (word.letters()) {
                said.append(word.text()).append(' ');
                count++;
            }
        }
        String answer = count == 0 || count > MOST_WORDS ? null : answer(new Words(said.toString()), language);
        if (answer != null) {
            claims.words(new Found("answer", answer, 0, words.size()));
        }
    }

    private static @Nullable String answer(Words words, String language) {
        YesNo known = KNOWN.computeIfAbsent(language, each -> {
            Lexicon lexicon = Lexicon.of(each);
            return new YesNo(lexicon.phrases("yes"), lexicon.phrases("no"));
        });
        if (all(known.no(), words)) {
            return "no";
        }
        return all(known.yes(), words) ? "yes" : null;
    }

    /** Whether phrases of one kind make up the whole message. */
    private static boolean all(Phrases<String> phrases, Words words) {
        int i = 0;
        while (i < words.size()) {
            Phrases.Hit<String> hit = phrases.at(words, i);
            if (hit == null) {
                return false;
            }
            i = hit.end();
        }
        return true;
    }
}
