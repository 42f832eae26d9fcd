package openlines.runtime;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import openlines.bot.DialogState;
import openlines.bot.Happening;
import openlines.bot.Understanding;
import openlines.store.DialogKey;

/** The last turns, for a developer's eyes: only in memory, only so many. */
public final class Traces {
    private static final int MOST = 500;

    private final Deque<Trace> last = new ArrayDeque<>();

    /**
     * A turn as it went.
     *
     * @param at when
     * @param dialog which
     * @param bot its code
     * @param happening what began it
     * @param handler which route answered
     * @param understanding what the message was read as
     * @param before the state it found
     * @param after the state it left
     */
    public record Trace(
            Instant at,
            DialogKey dialog,
            String bot,
            Happening happening,
            String handler,
            Understanding understanding,
            DialogState before,
            DialogState after) {}

    synchronized void add(Trace trace) {
        if (last.size() == MOST) {
            last.removeFirst();
        }
        last.add(trace);
    }

    /** The last turns of a chat, or of all chats where {@code chat} is 0, oldest first. */
    public synchronized List<Trace> of(long chat) {
        return last.stream()
                .filter(trace -> chat == 0 || trace.dialog().chat() == chat)
                .toList();
    }
}
