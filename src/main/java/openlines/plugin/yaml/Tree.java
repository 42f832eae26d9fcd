package openlines.plugin.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import openlines.bot.Origin;

/** A piece of a YAML file, and the line it begins in. */
public sealed interface Tree {
    Origin at();

    /** Text, or whatever YAML would take for a number, a date or nothing: here it is the text as written. */
    record Leaf(String text, Origin at) implements Tree {}

    /** A list. */
    record Items(List<Tree> all, Origin at) implements Tree {
        public Items {
            all = List.copyOf(all);
        }
    }

    /** Keys and what stands under them, in the file's order. */
    record Branch(Map<String, Entry> entries, Origin at) implements Tree {
        public Branch {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        public Optional<Tree> get(String key) {
            return Optional.ofNullable(entries.get(key)).map(Entry::value);
        }

        public Optional<Branch> branch(String key) {
            return get(key).filter(Branch.class::isInstance).map(Branch.class::cast);
        }

        public Optional<String> text(String key) {
            return get(key).filter(Leaf.class::isInstance).map(leaf -> ((Leaf) leaf).text());
        }

        /** Where a key stands; where the branch does, if it has no such key. */
        public Origin at(String key) {
            Entry entry = entries.get(key);
            return entry == null ? at : entry.key();
        }

        public void forEach(BiConsumer<String, Tree> each) {
            entries.forEach((key, entry) -> each.accept(key, entry.value()));
        }
    }

    /** What stands under a key, and where the key stands. */
    record Entry(Origin key, Tree value) {}
}
