package openlines.simulator.method;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Draft;
import openlines.simulator.chat.Message;
import openlines.simulator.chat.Messages;
import openlines.simulator.engine.Json;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.RestMethod;
import openlines.simulator.rest.RestMethods;
import org.jspecify.annotations.Nullable;

/** {@code im.dialog.messages.get} and {@code im.message.add}: reading a dialog, and writing as the caller. */
@Singleton
final class ImMessageMethods implements RestMethods {

    private static final int LARGEST_ATTACH = 60_000;

    private final ImDialogs dialogs;
    private final ImObjects objects;
    private final Messages messages;
    private final Files files;

    ImMessageMethods(ImDialogs dialogs, ImObjects objects, Messages messages, Files files) {
        this.dialogs = dialogs;
        this.objects = objects;
        this.messages = messages;
        this.files = files;
    }

    @Override
    public List<RestMethod> methods() {
        return Group.of("im")
                .add("im.dialog.messages.get", this::get)
                .add("im.message.add", this::add)
                .methods();
    }

    private Object get(Call call) {
        Parameters params = call.params();
        if (!ImDialogs.wellFormed(params.text("DIALOG_ID", ""))) {
            throw RestError.of("DIALOG_ID_EMPTY", "Dialog ID can't be empty");
        }
        long first = boundary(params, "FIRST_ID", "First ID can't be string");
        long last = boundary(params, "LAST_ID", "Last ID can't be string");
        long limit = Math.clamp(params.number("LIMIT").orElse(20L), 1, 50);
        Chat chat = dialogs.readable(params, call.userId());
        List<Message> found = messages.of(chat).reversed().stream()
                .filter(message -> (first < 0 || message.id() > first) && (last < 0 || message.id() < last))
                .limit(limit)
                .toList();
        return JsonMap.of("chat_id", chat.id())
                .with(
                        "messages",
                        found.stream()
                                .map(message -> objects.message(message, chat, call.userId()))
                                .toList())
                .with("users", objects.authors(found))
                .with("files", files.camel(found));
    }

    private static long boundary(Parameters params, String name, String refusal) {
        if (params.blank(name)) {
            return -1;
        }
        return params.number(name).orElseThrow(() -> RestError.of(name + "_STRING", refusal));
    }

    private Object add(Call call) {
        Parameters params = call.params();
        Draft draft = draft(params, call.userId());
        Chat chat = writable(params.text("DIALOG_ID", ""), call.userId());
        if (params.id("REPLY_ID") > 0) {
            checkReply(params.id("REPLY_ID"), chat, call.userId());
        }
        return messages.post(chat, draft).id();
    }

    private Draft draft(Parameters params, long user) {
        String text = params.text("MESSAGE", "");
        Object attach = structure(params, "ATTACH");
        if (text.isEmpty() && attach == null) {
            throw RestError.of("MESSAGE_EMPTY", "Message can't be empty");
        }
        if (attach != null && Json.text(attach).length() > LARGEST_ATTACH) {
            throw RestError.of("ATTACH_OVERSIZE", "You have exceeded the maximum allowable size of attach");
        }
        Draft draft = Draft.of(params.flag("SYSTEM", false) ? 0 : user, text);
        for (String name : List.of("ATTACH", "KEYBOARD", "MENU")) {
            Object value = structure(params, name);
            if (value != null) {
                draft = draft.with(name, value);
            }
        }
        return params.id("REPLY_ID") > 0 ? draft.with("REPLY_ID", params.id("REPLY_ID")) : draft;
    }

    /** An object or a list, also as JSON text; anything else is refused. */
    private static @Nullable Object structure(Parameters params, String name) {
        if (params.blank(name)) {
            return null;
        }
        Object value = params.raw(name);
        Object tree = value instanceof String text ? Structures.parse(text) : value;
        if (!(tree instanceof Map<?, ?>) && !(tree instanceof List<?>)) {
            throw RestError.of(name + "_ERROR", "Incorrect " + name.toLowerCase(Locale.ROOT) + " params");
        }
        return tree;
    }

    private Chat writable(String dialogId, long user) {
        if (!ImDialogs.wellFormed(dialogId)) {
            throw RestError.of("USER_ID_EMPTY", "User ID can't be empty");
        }
        Optional<Chat> chat = dialogs.find(dialogId, user);
        if (chat.isEmpty()) {
            throw dialogId.startsWith("chat")
                    ? RestError.of("CHAT_ID", "Error creating message")
                    : RestError.of("USER_NOT_FOUND", "User not found");
        }
        return chat.filter(found -> dialogs.mayRead(found, user))
                .orElseThrow(() -> RestError.of("ACCESS_ERROR", "Action unavailable"));
    }

    private void checkReply(long reply, Chat chat, long user) {
        Optional<Message> answered = messages.find(reply);
        if (answered.isEmpty()) {
            throw RestError.of("REPLY_ACCESS_ERROR", "Action unavailable");
        }
        if (answered.get().chatId() != chat.id()) {
            boolean hidden = dialogs.find("chat" + answered.get().chatId(), user)
                    .filter(other -> dialogs.mayRead(other, user))
                    .isEmpty();
            throw hidden
                    ? RestError.of("REPLY_ACCESS_ERROR", "Action unavailable")
                    : RestError.of(
                            "REPLY_FROM_OTHER_CHAT_ERROR", "You can only reply to a message within the same chat");
        }
    }
}
