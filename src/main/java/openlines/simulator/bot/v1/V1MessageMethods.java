package openlines.simulator.bot.v1;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openlines.simulator.bot.Bot;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Chats;
import openlines.simulator.chat.Draft;
import openlines.simulator.chat.Message;
import openlines.simulator.chat.Messages;
import openlines.simulator.content.Hung;
import openlines.simulator.content.Reactions;
import openlines.simulator.engine.SettableClock;
import openlines.simulator.method.Group;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.RestMethod;
import openlines.simulator.rest.RestMethods;
import org.jspecify.annotations.Nullable;

/** {@code imbot.message.*}: what a first-generation bot says. */
@Singleton
final class V1MessageMethods implements RestMethods {

    private static final Duration EDITABLE = Duration.ofDays(3);

    private final V1Access access;
    private final V1Drafts drafts;
    private final Messages messages;
    private final Reactions reactions;
    private final Chats chats;
    private final SettableClock clock;

    V1MessageMethods(
            V1Access access,
            V1Drafts drafts,
            Messages messages,
            Reactions reactions,
            Chats chats,
            SettableClock clock) {
        this.access = access;
        this.drafts = drafts;
        this.messages = messages;
        this.reactions = reactions;
        this.chats = chats;
        this.clock = clock;
    }

    @Override
    public List<RestMethod> methods() {
        return Group.of("imbot")
                .add("imbot.message.add", this::add)
                .add("imbot.message.update", this::update)
                .add("imbot.message.delete", this::delete)
                .add("imbot.message.like", this::like)
                .methods();
    }

    private Object add(Call call) {
        Bot bot = access.speaker(call);
        Parameters params = call.params();
        long from = params.id("FROM_USER_ID");
        long to = params.id("TO_USER_ID");
        if (from > 0 && to > 0) {
            Chat chat = drafts.between(from, to);
            return messages.post(chat, drafts.draft(params, bot, true)).id();
        }
        Optional<Chat> chat = access.dialog(call, bot);
        Draft draft = drafts.draft(params, bot, false);
        Chat found = chat.orElseThrow(V1Drafts::notAdded);
        if (bot.human()) {
            chats.typing(found, bot.id());
        }
        return messages.post(found, draft).id();
    }

    /** An empty text deletes the message. */
    private Object update(Call call) {
        Bot bot = access.speaker(call);
        Message message = editable(call, bot);
        Chat chat = access.chatOf(message).orElseThrow(V1MessageMethods::tooLate);
        Parameters params = call.params();
        String text = params.text("MESSAGE").map(String::strip).orElse(message.text());
        if (text.isEmpty() && params.has("MESSAGE")) {
            messages.delete(chat, message, bot.id(), false);
            return true;
        }
        Map<String, @Nullable Object> changed = Hung.V1.change(message.params(), params, bot.id());
        if (params.has("URL_PREVIEW")) {
            changed.put("URL_PREVIEW", params.flag("URL_PREVIEW", true) ? "Y" : "N");
        }
        messages.update(chat, message, text, changed, bot.id());
        return true;
    }

    private Object delete(Call call) {
        Bot bot = access.speaker(call);
        Message message = editable(call, bot);
        Chat chat = access.chatOf(message).orElseThrow(V1MessageMethods::tooLate);
        messages.delete(chat, message, bot.id(), call.params().flag("COMPLETE", false));
        return true;
    }

    /** Its own, and no older than three days. */
    private Message editable(Call call, Bot bot) {
        requireId(call);
        return messages.find(call.params().id("MESSAGE_ID"))
                .filter(message -> message.authorId() == bot.id())
                .filter(message -> message.date().plus(EDITABLE).isAfter(clock.instant()))
                .orElseThrow(V1MessageMethods::tooLate);
    }

    private static void requireId(Call call) {
        if (call.params().id("MESSAGE_ID") == 0) {
            throw RestError.of("MESSAGE_ID_ERROR", "Message ID can't be empty");
        }
    }

    private static RestError tooLate() {
        return RestError.forbidden("CANT_EDIT_MESSAGE", "Time has expired for modification or you don't have access");
    }

    private Object like(Call call) {
        Bot bot = access.speaker(call);
        requireId(call);
        Message message = messages.find(call.params().id("MESSAGE_ID")).orElseThrow(V1MessageMethods::unchanged);
        Chat chat = access.chatOf(message)
                .filter(found -> found.has(bot.id()))
                // a chat without the bot: the page names no other code (assumed)
                .orElseThrow(V1MessageMethods::unchanged);
        boolean likes = reactions.has(message, bot.id(), "like");
        boolean wanted = switch (call.params().text("ACTION", "auto")) {
            case "plus" -> true;
            case "minus" -> false;
            default -> !likes;
        };
        boolean changed = wanted
                ? reactions.set(chat, message, bot.id(), "like")
                : reactions.remove(chat, message, bot.id(), "like");
        if (!changed) {
            throw unchanged();
        }
        return true;
    }

    private static RestError unchanged() {
        return RestError.of("WITHOUT_CHANGES", "Action completed without changes");
    }
}
