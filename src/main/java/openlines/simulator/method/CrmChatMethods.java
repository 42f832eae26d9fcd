package openlines.simulator.method;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Chats;
import openlines.simulator.chat.Draft;
import openlines.simulator.chat.Messages;
import openlines.simulator.crm.Crm;
import openlines.simulator.crm.Crm.EntityType;
import openlines.simulator.crm.Crm.Item;
import openlines.simulator.crm.CrmAccess;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.line.CrmLinks;
import openlines.simulator.line.Sessions;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.RestMethod;
import openlines.simulator.rest.RestMethods;

/** {@code imopenlines.crm.chat.*} and {@code imopenlines.crm.message.add}: the chats of CRM objects. */
@Singleton
final class CrmChatMethods implements RestMethods {

    private final Crm crm;
    private final CrmAccess access;
    private final CrmLinks links;
    private final Sessions sessions;
    private final Talk talk;

    CrmChatMethods(Crm crm, CrmAccess access, CrmLinks links, Sessions sessions, Talk talk) {
        this.crm = crm;
        this.access = access;
        this.links = links;
        this.sessions = sessions;
        this.talk = talk;
    }

    /** Where chats and people are changed. */
    @Singleton
    record Talk(Chats chats, Messages messages, Users users) {}

    @Override
    public List<RestMethod> methods() {
        return Group.of("imopenlines")
                .add("imopenlines.crm.chat.get", this::get)
                .add("imopenlines.crm.chat.getLastId", this::lastId)
                .add("imopenlines.crm.chat.user.add", this::addUser)
                .add("imopenlines.crm.chat.user.delete", this::deleteUser)
                .add("imopenlines.crm.message.add", this::addMessage)
                .methods();
    }

    private Object get(Call call) {
        String type = required(call.params(), "CRM_ENTITY_TYPE");
        long id = requiredNumber(call.params(), "CRM_ENTITY", "'CRM_ENTITY'");
        Optional<Item> item = item(type, id);
        if (item.isEmpty()) {
            return List.of();
        }
        requireAccess(call.userId(), item.get(), "Access denied! You don't have access to this action");
        boolean activeOnly = call.params().flag("ACTIVE_ONLY", true);
        return chats(item.get()).stream()
                .filter(chat -> !activeOnly || sessions.openOf(chat.id()).isPresent())
                .map(chat -> {
                    String connector = chat.entity().id().split("\\|", -1)[0];
                    return JsonMap.of("CHAT_ID", Long.toString(chat.id()))
                            .with("CONNECTOR_ID", connector)
                            .with("CONNECTOR_TITLE", connector.equals("livechat") ? "Live Chat" : connector);
                })
                .toList();
    }

    private Object lastId(Call call) {
        Parameters params = call.params();
        if (params.blank("CRM_ENTITY_TYPE") && params.blank("CRM_ENTITY")) {
            throw RestError.of("CRM_CHAT_EMPTY_CRM_DATA", "Empty CRM data");
        }
        if (!params.blank("CRM_ENTITY") && params.number("CRM_ENTITY").isEmpty()) {
            throw RestError.of("ERROR_ARGUMENT", "The value of an argument CRM_ENTITY has an invalid type");
        }
        return item(params.text("CRM_ENTITY_TYPE", ""), params.id("CRM_ENTITY"))
                .filter(item -> access.sees(call.userId(), item))
                .flatMap(item -> chats(item).stream().findFirst())
                .map(Chat::id)
                .orElseThrow(() -> RestError.of("CRM_CHAT_EMPTY_CRM_DATA", "Could not find CRM object"));
    }

    private Object addUser(Call call) {
        Parameters params = call.params();
        String type = required(params, "CRM_ENTITY_TYPE");
        long id = requiredNumber(params, "CRM_ENTITY", "'CRM_ENTITY'");
        if (params.blank("USER_ID")) {
            throw argument("Argument 'Empty USER_ID' is null or empty");
        }
        User user = active(params.id("USER_ID"));
        Item item = item(type, id)
                .filter(found -> access.sees(call.userId(), found))
                .orElseThrow(() -> denied("Access denied! You don't have access to join user to chat"));
        requireAccess(
                user.id(),
                item,
                "Access denied! This user does not have access to the chat because he does not have access to this CRM"
                        + " object");
        Optional<Chat> chat = chatOf(params, item);
        if (chat.isEmpty()) {
            return 0;
        }
        if (!talk.chats.join(chat.get(), user.id(), call.userId())) {
            throw RestError.of("WRONG_REQUEST", "You don't have access or user already member in chat");
        }
        return chat.get().id();
    }

    private Object deleteUser(Call call) {
        Parameters params = call.params();
        if (params.blank("CRM_ENTITY_TYPE") && params.blank("CRM_ENTITY")) {
            throw RestError.of("CRM_CHAT_EMPTY_CRM_DATA", "Empty CRM data");
        }
        if (params.blank("USER_ID")) {
            throw RestError.of("CRM_CHAT_EMPTY_USER", "Empty User ID");
        }
        long id = requiredNumber(params, "CRM_ENTITY", "'CRM_ENTITY'");
        Item item = item(params.text("CRM_ENTITY_TYPE", ""), id)
                .filter(found -> access.sees(call.userId(), found))
                .orElseThrow(() -> denied("Access denied! You don't have access to join user to chat"));
        User user = active(params.id("USER_ID"));
        Optional<Chat> chat = chatOf(params, item);
        if (chat.isEmpty()) {
            return 0;
        }
        boolean admin = talk.users.find(call.userId()).filter(User::admin).isPresent();
        if (!admin && !chat.get().has(call.userId())) {
            throw RestError.forbidden(
                    "CHAT_DELETE_USER_PERMISSION_DENIED", "You don't have access to delete a user from this chat");
        }
        if (!talk.chats.leave(chat.get(), user.id())) {
            throw RestError.of("WRONG_REQUEST", "You don't have access or user already not in chat");
        }
        return chat.get().id();
    }

    private Object addMessage(Call call) {
        Parameters params = call.params();
        String type = required(params, "CRM_ENTITY_TYPE");
        long id = requiredNumber(params, "CRM_ENTITY", "'CRM_ENTITY'");
        long user = requiredNumber(params, "USER_ID", "'USER_ID'");
        long chatId = requiredNumber(params, "CHAT_ID", "'CHAT_ID'");
        String text = required(params, "MESSAGE");
        Item item = item(type, id).orElseThrow(() -> foreign("entity"));
        requireAccess(call.userId(), item, "Access denied! You dont have access to this action");
        requireAccess(user, item, "Access denied! User don't have access to this entity");
        Chat chat = chats(item).stream()
                .filter(linked -> linked.id() == chatId)
                .findFirst()
                .orElseThrow(() -> foreign("entity"));
        if (!chat.has(user)) {
            throw RestError.of("CANCELED", "You cannot send messages to the specified chat");
        }
        return talk.messages.post(chat, Draft.of(user, text)).id();
    }

    /** The pages differ in one word. */
    private static RestError foreign(String what) {
        return RestError.of("CHAT_NOT_IN_CRM", "Chat does not belong to the CRM " + what + " being checked");
    }

    private Optional<Chat> chatOf(Parameters params, Item item) {
        if (params.blank("CHAT_ID")) {
            return chats(item).stream().findFirst();
        }
        return Optional.of(chats(item).stream()
                .filter(chat -> chat.id() == params.id("CHAT_ID"))
                .findFirst()
                .orElseThrow(() -> foreign("object")));
    }

    private User active(long id) {
        return talk.users
                .find(id)
                .filter(User::active)
                .orElseThrow(() -> RestError.of("CRM_CHAT_USER_NOT_ACTIVE", "User not active"));
    }

    private Optional<Item> item(String type, long id) {
        return EntityType.named(type).flatMap(found -> crm.find(found, id));
    }

    private List<Chat> chats(Item item) {
        return links.chatsOf(item.type().name(), item.id()).stream()
                .flatMap(id -> talk.chats.find(id).stream())
                .toList();
    }

    private void requireAccess(long user, Item item, String refusal) {
        if (!access.sees(user, item)) {
            throw denied(refusal);
        }
    }

    private static RestError denied(String description) {
        return RestError.forbidden("ACCESS_DENIED", description);
    }

    private static String required(Parameters params, String name) {
        return params.text(name)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> argument("Argument '" + name + "' is null or empty"));
    }

    private static long requiredNumber(Parameters params, String name, String quoted) {
        if (params.blank(name)) {
            throw argument("Argument '" + name + "' is null or empty");
        }
        return params.number(name)
                .orElseThrow(() -> argument("The value of an argument " + quoted + " has an invalid type"));
    }

    private static RestError argument(String description) {
        return RestError.of("ERROR_ARGUMENT", description);
    }
}
