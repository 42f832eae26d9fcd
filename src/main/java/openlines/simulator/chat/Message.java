package openlines.simulator.chat;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One message of one chat.
 *
 * @param authorId 0 for a system message
 * @param params what hangs on it: KEYBOARD, ATTACH, FILE_ID, REPLY_ID ... as they were given
 */
public record Message(
        long id,
        long chatId,
        long authorId,
        Instant date,
        String text,
        String uuid,
        Map<String, @Nullable Object> params,
        long sessionId) {

    public Message {
        params = new TreeMap<>(params);
    }

    public boolean system() {
        return authorId == 0;
    }

    Message withText(String newText) {
        return new Message(id, chatId, authorId, date, newText, uuid, params, sessionId);
    }

    Message withParams(Map<String, @Nullable Object> newParams) {
        return new Message(id, chatId, authorId, date, text, uuid, newParams, sessionId);
    }

    Message inSession(long newSession) {
        return new Message(id, chatId, authorId, date, text, uuid, params, newSession);
    }
}
