package openlines.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import openlines.bitrix24.event.DialogEvent.Line;
import openlines.bitrix24.rest.Answer;
import openlines.bitrix24.rest.Call;
import openlines.bitrix24.rest.Calls;
import openlines.bitrix24.rest.Problem;
import openlines.store.DialogKey;

/** Who holds a session: asked of the portal, and believed for a moment unless an event comes between. */
final class Owner {
    private static final int MOST = 50_000;

    private final Calls calls;
    private final Duration trust;
    private final Cache<DialogKey, Held> known = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(Duration.ofMinutes(1))
            .executor(Runnable::run)
            .build();

    Owner(Calls calls, Duration trust) {
        this.calls = calls;
        this.trust = trust;
    }

    /** Who has the dialog. */
    enum Holder {
        /** Our bot. */
        BOT,
        /** Nobody: it waits in the queue, or its session is over. */
        NOBODY,
        /** One of the staff, or another bot. */
        ANOTHER,
        /** The portal would not say. */
        UNKNOWN
    }

    /**
     * What is known.
     *
     * @param holder who
     * @param owner that user's id, 0 for nobody
     * @param session the chat's session, 0 where unknown
     * @param asked when the portal said so, in nanoseconds of this process
     */
    record Held(Holder holder, long owner, long session, long asked) {}

    /** The portal could not be asked; it may be asked later. */
    static final class Unanswered extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unanswered(Problem problem) {
            super(problem.words(), null, false, false);
        }
    }

    /** Something happened in the dialog: what was known may be wrong. */
    void forget(DialogKey dialog) {
        known.invalidate(dialog);
    }

    /** Before a handler: what the last event left to believe, or what the portal says. */
    Held before(DialogKey dialog) {
        Held held = known.getIfPresent(dialog);
        return held != null && System.nanoTime() - held.asked() < trust.toNanos() ? held : ask(dialog);
    }

    private Held ask(DialogKey dialog) {
        long asked = System.nanoTime();
        Answer answer = calls.ask(dialog.portal(), new Call("imopenlines.dialog.get", Map.of("CHAT_ID", dialog.chat())))
                .join();
        Held held = answer.map(body -> held(dialog, body.path("result"), asked), problem -> {
            if (problem.mayPass()) {
                throw new Unanswered(problem);
            }
            return new Held(Holder.UNKNOWN, 0, 0, asked);
        });
        known.put(dialog, held);
        return held;
    }

    private static Held held(DialogKey dialog, JsonNode chat, long asked) {
        long owner = chat.path("owner").asLong(0);
        Line line = Line.of(
                chat.path("entity_type").asText(""),
                chat.path("entity_id").asText(""),
                chat.path("entity_data_1").asText(""));
        Holder holder = owner == dialog.bot() ? Holder.BOT : owner == 0 ? Holder.NOBODY : Holder.ANOTHER;
        return new Held(holder, owner, line.session(), asked);
    }
}
