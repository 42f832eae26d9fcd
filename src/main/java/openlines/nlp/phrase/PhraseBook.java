package openlines.nlp.phrase;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All a bot is taught with: phrases, and the lists and patterns of its entities. */
public record PhraseBook(List<Phrase> phrases, List<ValueList> lists, List<ValuePattern> patterns) {
    public PhraseBook {
        phrases = List.copyOf(phrases);
        lists = List.copyOf(lists);
        patterns = List.copyOf(patterns);
    }

    /** A book without phrases: everything is out of scope. */
    public static PhraseBook empty() {
        return new PhraseBook(List.of(), List.of(), List.of());
    }

    /** Reads {@code <folder>/<language>/<intent>.yml}, Rasa's {@code nlu.yml} and {@code *.tsv}. */
    public static PhraseBook read(Path folder) {
        return new PhraseFolder(folder).read();
    }

    /** The phrases that come with Openlines: greetings, thanks, "a human please". */
    public static PhraseBook shipped() {
        return ShippedPhrases.read();
    }

    /** This book with another one's phrases, lists and patterns. */
    public PhraseBook and(PhraseBook other) {
        return new PhraseBook(
                joined(phrases, other.phrases), joined(lists, other.lists), joined(patterns, other.patterns));
    }

    /** This book with only these intents of it; what teaches the limits of scope stays. */
    public PhraseBook only(Collection<String> intents) {
        return new PhraseBook(
                phrases.stream()
                        .filter(phrase -> !phrase.inScope() || intents.contains(phrase.intent()))
                        .toList(),
                lists,
                patterns);
    }

    public SortedSet<String> languages() {
        return phrases.stream().map(Phrase::language).collect(Collectors.toCollection(TreeSet::new));
    }

    public SortedSet<String> intents() {
        return phrases.stream()
                .filter(Phrase::inScope)
                .map(Phrase::intent)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is not wrong but harms: doubled phrases, phrases under two intents, intents with too few. */
    public List<String> warnings() {
        return new Warnings(phrases).list();
    }

    /** A sign of everything that training reads: the same book, the same sign. */
    public String fingerprint() {
        return Fingerprint.of(this);
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).collect(Collectors.toCollection(ArrayList::new));
    }
}
