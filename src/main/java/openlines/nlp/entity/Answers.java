package openlines.nlp.entity;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A message that says nothing but yes or no, in any of the languages we know: who is asked in Russian may say "ok", and
 * "ja" is no word of another.
 */
final class Answers {
    private static final int MOST_WORDS = 5;
    private static final Set<String> YES_SIGNS = Set.of("👍", "👌", "✅");
    private static final Set<String> NO_SIGNS = Set.of("👎", "❌");

    /** All languages' words take a while to read: that begins with the first model, and the first message waits for it. */
    private static final CompletableFuture<Answers> READ = CompletableFuture.supplyAsync(Answers::new);

    private final Phrases<String> yes = phrases("yes", YES_SIGNS);
    private final Phrases<String> no = phrases("no", NO_SIGNS);

    private Answers() {}

    /** Begins to read what {@link #known} gives. */
    static void prepare() {
        // the class does, once it is there
    }

    static Answers known() {
        return READ.join();
    }

    private static Phrases<String> phrases(String kind, Set<String> signs) {
        Map<String, String> all = new HashMap<>();
        signs.forEach(sign -> all.put(sign, kind));
        for (String language : new TreeSet<>(Lexicon.KNOWN)) {
            Lexicon.of(language).templates(kind).forEach(phrase -> all.put(phrase, kind));
        }
        return new Phrases<>(all);
    }

    void find(Words words, Claims claims) {
        StringBuilder said = new StringBuilder();
        int count = 0;
        for (int i = 0; i < words.size() && count <= MOST_WORDS; i++) {
            Word word = words.get(i);
            if (word.digits()) {
                return;
            }
            if (word.letters() || YES_SIGNS.contains(word.text()) || NO_SIGNS.contains(word.text())) {
                said.append(word.text()).append(' ');
                count++;
            }
        }
        String answer = count == 0 || count > MOST_WORDS ? null : answer(new Words(said.toString()));
        if (answer != null) {
            claims.words(new Found("answer", answer, 0, words.size()));
        }
    }

    private @Nullable String answer(Words words) {
        if (all(no, words)) {
            return "no";
        }
        return all(yes, words) ? "yes" : null;
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
