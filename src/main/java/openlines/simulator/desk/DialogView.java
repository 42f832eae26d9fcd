package openlines.simulator.desk;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Message;
import openlines.simulator.chat.Uploads;
import openlines.simulator.engine.Agenda;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.line.Session;
import openlines.simulator.line.Timers;
import openlines.simulator.line.Votes;
import org.jspecify.annotations.Nullable;

/** A dialog of a line as the page shows it: its last session, the timers that run for it, and its last word. */
@Singleton
final class DialogView {

    private final Portal portal;
    private final Agenda agenda;
    private final Votes votes;
    private final Uploads uploads;

    DialogView(Portal portal, Agenda agenda, Votes votes, Uploads uploads) {
        this.portal = portal;
        this.agenda = agenda;
        this.votes = votes;
        this.uploads = uploads;
    }

    /** Empty for a chat that is no dialog of a line. */
    Optional<JsonMap> dialog(long chatId) {
        return portal.chats()
                .find(chatId)
                .filter(Chat::lines)
                .flatMap(chat -> portal.sessions().last(chatId).map(session -> dialog(chat, session)));
    }

    private JsonMap dialog(Chat chat, Session session) {
        return JsonMap.of("chatId", chat.id())
                .with("title", chat.title())
                .with("lineId", session.lineId())
                .with("connector", chat.entity().id().split("\\|", 2)[0])
                .with("customerId", session.customerId())
                .with("sessionId", session.id())
                .with("stage", session.stage().name())
                .with("operator", session.operator())
                .with("offeredToAll", session.offeredToAll())
                .with("waiting", session.waiting())
                .with("silent", session.silent())
                .with("spam", session.spam())
                .with("vote", session.vote())
                .with("voteAwaited", votes.awaited(session))
                .with("headVote", session.headVote())
                .with("pinned", session.pinned())
                .with("started", session.started())
                .with("closed", session.closed())
                .with("timers", timers(session))
                .with("messages", chat.messages())
                .with("readUpTo", readUpTo(chat, session))
                .with("lastMessage", lastMessage(chat));
    }

    private List<JsonMap> timers(Session session) {
        List<JsonMap> timers = new ArrayList<>();
        for (String kind : Timers.kinds()) {
            agenda.due(kind, session.id())
                    .ifPresent(at -> timers.add(JsonMap.of("kind", kind).with("at", at)));
        }
        return timers;
    }

    /** How far anybody but the customer has read. */
    private static long readUpTo(Chat chat, Session session) {
        return chat.members().stream()
                .filter(member -> member != session.customerId())
                .mapToLong(chat::read)
                .max()
                .orElse(0);
    }

    private @Nullable JsonMap lastMessage(Chat chat) {
        return portal.messages()
                .find(chat.lastMessage())
                .map(message -> JsonMap.of("id", message.id())
                        .with("authorId", message.authorId())
                        .with(
                                "text",
                                message.text()
                                        .substring(
                                                0, Math.min(200, message.text().length())))
                        .with("date", message.date()))
                .orElse(null);
    }

    JsonMap message(Message message) {
        Map<String, @Nullable Object> params = new TreeMap<>(message.params());
        List<JsonMap> files = files(params.get("FILE_ID"));
        if (!files.isEmpty()) {
            params.put("FILES", files);
        }
        return JsonMap.of("id", message.id())
                .with("chatId", message.chatId())
                .with("sessionId", message.sessionId())
                .with("authorId", message.authorId())
                .with("kind", kind(message))
                .with("text", message.text())
                .with("params", params)
                // a message that is kept from the channel is between employees and bots
                .with("hidden", "Y".equals(Objects.toString(params.get("SKIP_CONNECTOR"), "")))
                .with("date", message.date());
    }

    private String kind(Message message) {
        return portal.users()
                .find(message.authorId())
                .map(user -> user.kind().name().toLowerCase(Locale.ROOT))
                .orElse("system");
    }

    private List<JsonMap> files(@Nullable Object ids) {
        if (!(ids instanceof List<?> list)) {
            return List.of();
        }
        return list.stream()
                .filter(Number.class::isInstance)
                .flatMap(id -> uploads.find(((Number) id).longValue()).stream())
                .map(file -> JsonMap.of("id", file.id())
                        .with("name", file.name())
                        .with("size", file.size())
                        .with("url", file.url()))
                .toList();
    }
}
