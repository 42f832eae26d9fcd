package openlines.simulator.bot.v2;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import openlines.simulator.bot.Bot;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Draft;
import openlines.simulator.chat.Message;
import openlines.simulator.chat.Messages;
import openlines.simulator.content.Hung;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.method.Group;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.RestMethod;
import openlines.simulator.rest.RestMethods;
import org.jspecify.annotations.Nullable;

/** {@code imbot.v2.Chat.Message.*}: a bot speaks, corrects itself, takes words back, and reads. */
@Singleton
final class V2MessageMethods implements RestMethods {

    private static final int MOST_FORWARDS = 100;

    private final V2Access access;
    private final Sending sending;
    private final Messages messages;
    private final V2Chats views;

    V2MessageMethods(V2Access access, Sending sending, Messages messages, V2Chats views) {
        this.access = access;
        this.sending = sending;
        this.messages = messages;
        this.views = views;
    }

    @Override
    public List<RestMethod> methods() {
        return Group.of("imbot")
                .add("imbot.v2.Chat.Message.send", this::send)
                .add("imbot.v2.Chat.Message.update", this::update)
                .add("imbot.v2.Chat.Message.delete", this::delete)
                .add("imbot.v2.Chat.Message.read", this::read)
                .methods();
    }

    /** A forward alone needs no text; its answer's id is then that of the last one (assumed). */
    private Object send(Call call) {
        Bot bot = access.bot(call);
        Chat chat = access.chat(call, bot);
        Parameters fields = call.params().tree("fields");
        Parameters forwards = fields.tree("forwardIds");
        Draft draft = sending.draft(bot, fields);
        if (Sending.empty(draft) && forwards.all().isEmpty()) {
            throw RestError.of("EMPTY_MESSAGE", "Message is empty");
        }
        if (forwards.all().size() > MOST_FORWARDS || !mayAnswer(chat, fields.id("replyId"))) {
            throw RestError.of("SENDING_FAILED", "Sending failed");
        }
        JsonMap made = sending.forward(bot, chat, forwards);
        long id = Sending.empty(draft)
                ? chat.lastMessage()
                : messages.post(chat, draft).id();
        return JsonMap.of("id", id).with("uuidMap", made);
    }

    private boolean mayAnswer(Chat chat, long reply) {
        return reply == 0
                || messages.find(reply)
                        .filter(message -> message.chatId() == chat.id())
                        .isPresent();
    }

    /** Only its own; a missing one is told no otherwise (documented). */
    private Object update(Call call) {
        Bot bot = access.bot(call);
        Message message = access.message(call, bot);
        if (message.authorId() != bot.id()) {
            throw V2Access.denied();
        }
        Parameters fields = call.params().tree("fields");
        Map<String, @Nullable Object> params = Hung.V2.change(message.params(), fields, bot.id());
        if (fields.has("urlPreview")) {
            params.put("URL_PREVIEW", fields.flag("urlPreview", true) ? "Y" : "N");
        }
        messages.update(access.chatOf(message), message, fields.text("message", message.text()), params, bot.id());
        return V2Access.done();
    }

    private Object delete(Call call) {
        Bot bot = access.bot(call);
        Message message = access.message(call, bot);
        Chat chat = access.chatOf(message);
        if (message.authorId() != bot.id() && !access.administers(bot, chat)) {
            throw V2Access.denied();
        }
        messages.delete(chat, message, bot.id(), call.params().flag("complete", false));
        return V2Access.done();
    }

    private Object read(Call call) {
        Bot bot = access.bot(call);
        Chat chat = access.chat(call, bot);
        long upTo = call.params().id("messageId");
        if (!call.params().blank("messageId") && !mayAnswer(chat, upTo == 0 ? -1 : upTo)) {
            throw RestError.of("MESSAGE_NOT_FOUND", "Message not found");
        }
        List<Long> before = views.unread(chat, bot.id());
        chat.read(bot.id(), upTo == 0 ? chat.lastMessage() : upTo);
        List<Long> after = views.unread(chat, bot.id());
        return JsonMap.of("chatId", chat.id())
                .with("lastId", chat.read(bot.id()))
                .with("counter", after.size())
                .with(
                        "viewedMessages",
                        before.stream().filter(id -> !after.contains(id)).toList());
    }
}
