package openlines.simulator.bot.v2;

import jakarta.inject.Singleton;
import openlines.simulator.bot.Bot;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Draft;
import openlines.simulator.chat.Message;
import openlines.simulator.chat.Messages;
import openlines.simulator.content.Hung;
import openlines.simulator.engine.Dates;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.Value;

/** Makes what a bot says from the {@code fields} of a call. */
@Singleton
final class Sending {

    private final Messages messages;
    private final Revision revision;
    private final V2Access access;

    Sending(Messages messages, Revision revision, V2Access access) {
        this.messages = messages;
        this.revision = revision;
        this.access = access;
    }

    /** Neither text nor attachment makes no message. */
    Draft draft(Bot bot, Parameters fields) {
        boolean system = revision.flag(fields, "system", false);
        Draft draft = new Draft(system ? 0 : bot.id(), fields.text("message", ""), Hung.V2.of(fields, bot.id()));
        if (!revision.flag(fields, "urlPreview", true)) {
            draft = draft.with("URL_PREVIEW", "N");
        }
        if (revision.flag(fields, "skipConnector", false)) {
            draft = draft.with("SKIP_CONNECTOR", "Y");
        }
        if (revision.flag(fields, "silentConnector", false)) {
            draft = draft.with("SILENT_CONNECTOR", "Y");
        }
        if (!fields.blank("templateId")) {
            draft = draft.with("TEMPLATE_ID", fields.text("templateId", ""));
        }
        return fields.id("replyId") > 0 ? draft.with("REPLY_ID", fields.id("replyId")) : draft;
    }

    static boolean empty(Draft draft) {
        return draft.text().isBlank() && !draft.params().containsKey("ATTACH");
    }

    /** The new ids by the given ones; only what stands in a chat of the bot is forwarded. */
    JsonMap forward(Bot bot, Chat to, Parameters forwards) {
        JsonMap made = new JsonMap();
        forwards.all().forEach((uuid, id) -> {
            Message original = Value.number(id)
                    .flatMap(messages::find)
                    .filter(message -> access.mayRead(bot, message))
                    .orElseThrow(() -> RestError.of("SENDING_FAILED", "Sending failed"));
            Draft copy = new Draft(bot.id(), original.text(), original.params())
                    .with(
                            V2Objects.FORWARD,
                            JsonMap.of("id", original.id())
                                    .with("userId", original.authorId())
                                    .with("chatId", original.chatId())
                                    .with("date", Dates.atom(original.date())))
                    .with("TEMPLATE_ID", uuid);
            made.put(uuid, messages.post(to, copy).id());
        });
        return made;
    }
}
