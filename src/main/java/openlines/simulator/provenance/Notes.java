package openlines.simulator.provenance;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sentences about behaviour that no page words; one that names a method or an event is about that one. */
final class Notes {
    private static final Pattern NAME = Pattern.compile(
            "\\b(?:(?:imopenlines|imconnector|imbot|im|crm|user|app|event)(?:\\.[a-z0-9]+)+(?:\\.\\*)?|batch|on[a-z0-9]{4,})",
            Pattern.CASE_INSENSITIVE);

    private final List<Note> notes;

    /** A sentence with the names in it, in small letters; one that ends in a star stands for all that begin so. */
    private record Note(String words, List<String> names) {
        boolean about(String name) {
            return names.stream()
                    .anyMatch(each -> each.endsWith(".*")
                            ? name.startsWith(each.substring(0, each.length() - 1))
                            : each.equals(name));
        }
    }

    Notes(List<String> sentences) {
        notes = sentences.stream().map(words -> new Note(words, names(words))).toList();
    }

    private static List<String> names(String words) {
        Matcher matcher = NAME.matcher(words);
        return Stream.generate(() -> matcher)
                .takeWhile(Matcher::find)
                .map(found -> found.group().toLowerCase(Locale.ROOT))
                .toList();
    }

    List<String> all() {
        return notes.stream().map(Note::words).toList();
    }

    /** The sentences about a method or an event, by its name in small letters. */
    List<String> about(String name) {
        return notes.stream().filter(note -> note.about(name)).map(Note::words).toList();
    }
}
