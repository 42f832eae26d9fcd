package openlines.simulator.method;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Chats;
import openlines.simulator.chat.Draft;
import openlines.simulator.chat.Messages;
import openlines.simulator.engine.Json;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.line.Network;
import openlines.simulator.line.Network.Partner;
import openlines.simulator.portal.Users;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.RestMethod;
import openlines.simulator.rest.RestMethods;
import openlines.simulator.rest.Value;
import org.jspecify.annotations.Nullable;

/** {@code imopenlines.network.*}: lines of other portals. */
@Singleton
final class NetworkMethods implements RestMethods {

    private static final int LARGEST_ATTACH = 30 * 1024;

    private final Network network;
    private final Users users;
    private final Chats chats;
    private final Messages messages;

    NetworkMethods(Network network, Users users, Chats chats, Messages messages) {
        this.network = network;
        this.users = users;
        this.chats = chats;
        this.messages = messages;
    }

    @Override
    public List<RestMethod> methods() {
        return Group.of("imopenlines")
                .add("imopenlines.network.join", this::join)
                .add("imopenlines.network.message.add", this::addMessage)
                .methods();
    }

    private Object join(Call call) {
        Partner partner = partner(call.params());
        if (!partner.active()) {
            throw RestError.of("INACTIVE", "Openline is inactive");
        }
        return network.join(partner);
    }

    private Partner partner(Parameters params) {
        String code = params.text("CODE", "");
        if (code.length() != 32) {
            throw RestError.of("CODE", "You entered an invalid code");
        }
        return network.find(code).orElseThrow(() -> RestError.of("NOT_FOUND", "Line not found"));
    }

    private Object addMessage(Call call) {
        Parameters params = call.params();
        Partner partner = partner(params);
        long user = params.id("USER_ID");
        if (user == 0) {
            throw RestError.of("USER_ID_EMPTY", "User ID can't be empty");
        }
        if (!network.maySend(partner.code(), user)) {
            throw RestError.of("USER_MESSAGE_LIMIT", "You can't send more than one message per week to each user");
        }
        if (params.text("MESSAGE", "").isEmpty()) {
            throw RestError.of("MESSAGE_EMPTY", "Message can't be empty");
        }
        Draft draft = draft(params, network.join(partner));
        if (users.activeEmployee(user).isEmpty()) {
            throw RestError.of("WRONG_REQUEST", "Message isn't added");
        }
        Chat chat = chats.between(draft.authorId(), user);
        messages.post(chat, draft);
        network.sent(partner.code(), user);
        return true;
    }

    private static Draft draft(Parameters params, long bot) {
        Draft draft = Draft.of(bot, params.text("MESSAGE", ""));
        if (!params.blank("ATTACH")) {
            Object attach = params.raw("ATTACH");
            if (Json.text(attach).length() > LARGEST_ATTACH) {
                throw RestError.of("ATTACH_OVERSIZE", "You have exceeded the maximum allowable size of attach");
            }
            if (!(attach instanceof Map<?, ?>) && !(attach instanceof List<?>)) {
                throw RestError.of("ATTACH_ERROR", "Incorrect attach params");
            }
            draft = draft.with("ATTACH", attach);
        }
        if (!params.blank("KEYBOARD")) {
            Object keyboard = params.raw("KEYBOARD");
            if (!onlyLinks(keyboard)) {
                throw RestError.of("KEYBOARD_ERROR", "Incorrect keyboard params");
            }
            draft = draft.with("KEYBOARD", keyboard);
        }
        return draft;
    }

    /** Buttons may only open links. */
    private static boolean onlyLinks(@Nullable Object keyboard) {
        JsonMap tree = Value.map(keyboard);
        List<?> buttons = tree.containsKey("BUTTONS") ? Value.list(tree.get("BUTTONS")) : Value.list(keyboard);
        return !buttons.isEmpty()
                && buttons.stream()
                        .map(Value::map)
                        .allMatch(button -> Value.text(button.get("TEXT")).isPresent()
                                && Value.text(button.get("LINK")).isPresent());
    }
}
