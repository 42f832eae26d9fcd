package openlines.bot;

import java.util.List;

/** Several replies, in order. */
public record Sequence(List<Reply> parts) implements Reply {
    public Sequence {
        parts = List.copyOf(parts);
    }
}
