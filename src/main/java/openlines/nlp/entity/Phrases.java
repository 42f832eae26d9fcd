package openlines.nlp.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fixed phrases and what each stands for; the longest that fits wins. */
final class Phrases<T> {
    private record Entry<T>(List<String> words, T value) {}

    /** A phrase that stands in the text: its value and one past its last word. */
    record Hit<T>(T value, int end) {}

    private final Map<String, List<Entry<T>>> byFirst = new HashMap<>();

    Phrases(Map<String, T> phrases) {
        phrases.forEach((phrase, value) -> {
            List<String> words = Words.of(phrase);
            byFirst.computeIfAbsent(words.getFirst(), _ -> new ArrayList<>()).add(new Entry<>(words, value));
        });
        byFirst.values()
                .forEach(
                        list -> list.sort((a, b) -> b.words().size() - a.words().size()));
    }

    /** The words they begin with. */
    Set<String> firsts() {
        return byFirst.keySet();
    }

    @Nullable
    Hit<T> at(Words words, int from) {
        for (Entry<T> entry : byFirst.getOrDefault(words.at(from), List.of())) {
            int size = entry.words().size();
            int same = 1;
            while (same < size && entry.words().get(same).equals(words.at(from + same))) {
                same++;
            }
            if (same == size) {
                return new Hit<>(entry.value(), from + size);
            }
        }
        return null;
    }
}
