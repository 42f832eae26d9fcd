package openlines.nlp.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds list values with a wrong, missing, doubled or swapped letter: two spellings within one edit share a form with at
 * most one letter deleted, so a look-up by such forms replaces a comparison with each.
 */
final class Misspelt {
    /** Takes a spelling found, the words it was found at, and how sure that is. */
    interface Taker {
        void take(String key, int first, int end, double confidence);
    }

    /** A shorter word has too many neighbours that mean something else. */
    private static final int SHORTEST = 5;
    /** From so many letters on two edits are forgiven. */
    private static final int LONG = 9;

    private final Map<String, List<String>> byForm = new HashMap<>();
    private final Set<String> ordinary;
    private final int mostWords;

    Misspelt(Collection<String> keys, Set<String> ordinary) {
        this.ordinary = ordinary;
        int most = 1;
        for (String key : keys) {
            if (key.length() >= SHORTEST && key.codePoints().anyMatch(Character::isLetter)) {
                most = Math.max(most, key.split(" ", -1).length);
                for (String form : forms(key)) {
                    byForm.computeIfAbsent(form, _ -> new ArrayList<>(1)).add(key);
                }
            }
        }
        this.mostWords = Math.min(4, most);
    }

    private static Set<String> forms(String key) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(key);
        int rounds = key.length() >= LONG && key.length() <= 30 ? 2 : 1;
        List<String> last = List.of(key);
        for (int round = 0; round < rounds; round++) {
            List<String> shorter = new ArrayList<>();
            for (String form : last) {
                for (int i = 0; i < form.length(); i++) {
                    String without = form.substring(0, i) + form.substring(i + 1);
                    if (forms.add(without)) {
                        shorter.add(without);
                    }
                }
            }
            last = shorter;
        }
        return forms;
    }

    void find(Words words, Claims claims, Taker taker) {
        if (byForm.isEmpty()) {
            return;
        }
        for (int size = mostWords; size > 0; size--) {
            for (int first = 0; first + size <= words.size(); first++) {
                if (claims.free(first, first + size) && spelt(words, first, size)) {
                    String text = joined(words, first, size);
                    String key = text.length() < SHORTEST - 1 || text.length() > 60 ? null : nearest(text);
                    if (key != null) {
                        int edits = distance(text, key, 2);
                        taker.take(key, first, first + size, 1 - (double) edits / key.length());
                    }
                }
            }
        }
    }

    /** Letters, and not a word that the phrases use in its own right. */
    private boolean spelt(Words words, int first, int size) {
        for (int i = first; i < first + size; i++) {
            if (!words.get(i).letters()) {
                return false;
            }
        }
        return size > 1 || !ordinary.contains(words.at(first));
    }

    private static String joined(Words words, int first, int size) {
        StringBuilder joined = new StringBuilder(words.at(first));
        for (int i = 1; i < size; i++) {
            joined.append(' ').append(words.at(first + i));
        }
        return joined.toString();
    }

    private @Nullable String nearest(String text) {
        String best = null;
        int least = Integer.MAX_VALUE;
        for (String form : forms(text)) {
            for (String key : byForm.getOrDefault(form, List.of())) {
                int allowed = key.length() >= LONG && text.length() >= LONG - 2 ? 2 : 1;
                int edits = distance(text, key, allowed);
                if (edits <= allowed
                        && (edits < least || (edits == least && best != null && key.compareTo(best) < 0))) {
                    best = key;
                    least = edits;
                }
            }
        }
        return best;
    }

    /** Damerau's distance, neighbours swapped counting one; more than {@code most} is any larger number. */
    static int distance(String a, String b, int most) {
        if (Math.abs(a.length() - b.length()) > most) {
            return most + 1;
        }
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            int[] free = before;
            before = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }
}
