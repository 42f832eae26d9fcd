package openlines.nlp.entity;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openlines.nlp.text.Letters;
import org.jspecify.annotations.Nullable;

/**
 * A way to say something, with slots: {@code at|by? {hour}:{minute} {half}}.
 *
 * <p>A blank in it stands for any gap or none, its absence for none; {@code |} parts alternatives, {@code ?} makes one
 * optional.
 */
final class Template {
    /** What filled the slots, and one past the last word. */
    record Match(Map<Slot, Object> slots, int end) {}

    private record Part(Set<String> words, @Nullable Slot slot, boolean optional, boolean glued) {}

    private static final Pattern PIECE = Pattern.compile("\\{([^}]+)}(\\?)?|([^{}]+)");

    final Meaning meaning;
    private final List<Part> parts;

    Template(Meaning meaning, String written) {
        this.meaning = meaning;
        this.parts = parts(written);
    }

    private static List<Part> parts(String written) {
        List<Part> parts = new ArrayList<>();
        for (String chunk : written.split(" ", -1)) {
            Matcher piece = PIECE.matcher(chunk);
            boolean glued = false;
            while (piece.find()) {
                if (piece.group(1) != null) {
                    parts.add(new Part(Set.of(), Slot.named(piece.group(1)), piece.group(2) != null, glued));
                } else {
                    String words = piece.group(3);
                    boolean optional = words.endsWith("?");
                    String bare = optional ? words.substring(0, words.length() - 1) : words;
                    Set<String> alternatives = Set.of(Letters.fold(bare).split("\\|", -1));
                    parts.add(new Part(alternatives, null, optional, glued));
                }
                glued = true;
            }
        }
        return List.copyOf(parts);
    }

    @Nullable
    Match at(Words words, int from, SlotReader reader) {
        Map<Slot, Object> slots = new EnumMap<>(Slot.class);
        int end = match(words, from, 0, slots, reader);
        return end < 0 ? null : new Match(slots, end);
    }

    private int match(Words words, int at, int index, Map<Slot, Object> slots, SlotReader reader) {
        if (index == parts.size()) {
            return at;
        }
        Part part = parts.get(index);
        if (!part.glued() || words.glued(at)) {
            int taken = take(words, at, part, index, slots, reader);
            if (taken >= 0) {
                return taken;
            }
        }
        return part.optional() ? match(words, at, index + 1, slots, reader) : -1;
    }

    private int take(Words words, int at, Part part, int index, Map<Slot, Object> slots, SlotReader reader) {
        if (part.slot() == null) {
            return part.words().contains(words.at(at)) ? match(words, at + 1, index + 1, slots, reader) : -1;
        }
        SlotReader.Filled filled = reader.fill(part.slot(), words, at);
        if (filled == null) {
            return -1;
        }
        int end = match(words, filled.end(), index + 1, slots, reader);
        if (end >= 0) {
            slots.put(part.slot(), filled.value());
        }
        return end;
    }

    /** The words it can begin with. */
    Set<String> starts() {
        Set<String> starts = new HashSet<>();
        for (Part part : parts) {
            starts.addAll(part.words());
            if (!part.optional()) {
                break;
            }
        }
        return starts;
    }

    /** Whether a slot can stand first. */
    boolean open() {
        for (Part part : parts) {
            if (part.slot() != null) {
                return true;
            }
            if (!part.optional()) {
                return false;
            }
        }
        return false;
    }
}
