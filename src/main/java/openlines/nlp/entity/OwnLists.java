package openlines.nlp.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import openlines.nlp.file.ModelReader;
import openlines.nlp.file.ModelWriter;
import openlines.nlp.phrase.Mark;
import openlines.nlp.phrase.Phrase;
import openlines.nlp.phrase.PhraseBook;
import openlines.nlp.phrase.ValueList;
import org.ahocorasick.trie.Emit;
import org.ahocorasick.trie.Trie;
import org.jspecify.annotations.Nullable;

/** The bot's own lists of values: exact spellings by Aho-Corasick, inflected ones by their
 * stems, misspelt ones by deleted letters. */
final class OwnLists {
    /** Types that are found by form or grammar; a phrase that marks one of them shows where it stands, not what exists. */
    static final Set<String> BUILT_IN = Set.of(
            "email",
            "url",
            "phone",
            "money",
            "percent",
            "date",
            "time",
            "duration",
            "date-range",
            "time-range",
            "number",
            "ordinal",
            "answer",
            "daypart");

    record Value(String type, String value) {}

    private final Map<String, List<Value>> spellings;
    /** Null where there are no lists, as in most bots: the library is not even loaded then. */
    private final @Nullable Trie exact;

    private final Misspelt misspelt;
    private final Inflected inflected;
    private final Set<String> ordinary;

    private OwnLists(Map<String, List<Value>> spellings, Set<String> ordinary) {
        this.spellings = spellings;
        this.ordinary = ordinary;
        this.exact = spellings.isEmpty() ? null : trie(spellings.keySet());
        this.misspelt = new Misspelt(spellings.keySet(), ordinary);
        this.inflected = new Inflected(spellings.keySet());
    }

    private static Trie trie(Set<String> keys) {
        Trie.TrieBuilder trie = Trie.builder();
        keys.forEach(key -> trie.addKeyword(' ' + key + ' '));
        return trie.build();
    }

    static OwnLists of(PhraseBook book) {
        Map<String, List<Value>> spellings = new HashMap<>();
        Map<String, String> synonyms = new HashMap<>();
        for (ValueList list : book.lists()) {
            list.spellings().forEach((value, ways) -> {
                ways.forEach(way -> synonyms.put(way.toLowerCase(Locale.ROOT), value));
                if (!list.type().isEmpty()) {
                    add(spellings, value, new Value(list.type(), value));
                    ways.forEach(way -> add(spellings, way, new Value(list.type(), value)));
                }
            });
        }
        Set<String> formed = new HashSet<>(BUILT_IN);
        book.patterns().forEach(pattern -> formed.add(pattern.type()));
        Set<String> ordinary = new HashSet<>();
        for (Phrase phrase : book.phrases()) {
            ordinary.addAll(Words.of(phrase.text()));
            for (Mark mark : phrase.marks()) {
                if (!formed.contains(mark.type())) {
                    String text = phrase.text().substring(mark.start(), mark.end());
                    String value = synonyms.getOrDefault(mark.value().toLowerCase(Locale.ROOT), mark.value());
                    add(spellings, text, new Value(mark.type(), value));
                }
            }
        }
        return new OwnLists(spellings, ordinary);
    }

    private static void add(Map<String, List<Value>> spellings, String way, Value value) {
        String key = String.join(" ", Words.of(way));
        if (!key.isEmpty()) {
            List<Value> values = spellings.computeIfAbsent(key, _ -> new ArrayList<>());
            if (values.stream().noneMatch(known -> known.type().equals(value.type()))) {
                values.add(value);
            }
        }
    }

    void find(Words words, String language, Claims claims) {
        if (exact == null || words.size() == 0) {
            return;
        }
        StringBuilder line = new StringBuilder(" ");
        int[] starts = new int[words.size() + 1];
        for (int i = 0; i < words.size(); i++) {
            starts[i] = line.length();
            line.append(words.at(i)).append(' ');
        }
        starts[words.size()] = line.length();
        List<Emit> emits = new ArrayList<>(exact.parseText(line));
        emits.sort(Comparator.comparingInt(Emit::size).reversed().thenComparingInt(Emit::getStart));
        for (Emit emit : emits) {
            int first = java.util.Arrays.binarySearch(starts, emit.getStart() + 1);
            int end = java.util.Arrays.binarySearch(starts, emit.getEnd() + 1);
            if (first >= 0 && end >= 0) {
                claim(emit.getKeyword().strip(), first, end, 1, claims);
            }
        }
        inflected.find(words, language, claims, (key, first, end, sure) -> claim(key, first, end, sure, claims));
        misspelt.find(words, claims, (key, first, end, sure) -> claim(key, first, end, sure, claims));
    }

    private void claim(String key, int first, int end, double confidence, Claims claims) {
        if (!claims.free(first, end)) {
            return;
        }
        for (Value value : spellings.getOrDefault(key, List.of())) {
            claims.words(new Found(value.type(), value.value(), first, end, confidence));
        }
    }

    void write(ModelWriter out) {
        out.list(
                new TreeMap<>(spellings).entrySet(),
                entry -> out.text(entry.getKey())
                        .list(entry.getValue(), value -> out.text(value.type()).text(value.value())));
        // only words that could be taken for a misspelt value matter
        out.list(spellings.isEmpty() ? Set.of() : new TreeSet<>(ordinary), out::text);
    }

    static OwnLists read(ModelReader in) {
        Map<String, List<Value>> spellings = new HashMap<>();
        in.list(() -> spellings.put(in.text(), in.list(() -> new Value(in.text(), in.text()))));
        return new OwnLists(spellings, new HashSet<>(in.list(in::text)));
    }
}
