package openlines.simulator.method;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Chats;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.Page;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.RestMethod;
import openlines.simulator.rest.RestMethods;
import openlines.simulator.rest.Value;
import org.jspecify.annotations.Nullable;

/** {@code im.user.*}, {@code im.chat.*} and {@code im.dialog.*}: who is in which chat. */
@Singleton
final class ImDialogMethods implements RestMethods {

    private final Users users;
    private final Chats chats;
    private final ImDialogs dialogs;
    private final ImObjects objects;
    private final Recent recent;

    ImDialogMethods(Users users, Chats chats, ImDialogs dialogs, ImObjects objects, Recent recent) {
        this.users = users;
        this.chats = chats;
        this.dialogs = dialogs;
        this.objects = objects;
        this.recent = recent;
    }

    @Override
    public List<RestMethod> methods() {
        return Group.of("im")
                .add("im.user.get", this::user)
                .add("im.user.list.get", this::users)
                .add("im.chat.get", this::chat)
                .add("im.dialog.get", this::dialog)
                .add("im.dialog.users.list", this::members)
                .add("im.dialog.writing", this::writing)
                .add("im.dialog.read", this::read)
                .add("im.recent.list", recent::list)
                .methods();
    }

    private Object user(Call call) {
        long id = call.userId();
        if (call.params().has("ID")) {
            id = call.params().id("ID");
            if (id <= 0) {
                throw RestError.of("ID_EMPTY", "User ID can't be empty");
            }
        }
        return users.find(id)
                .map(objects::user)
                .orElseThrow(() -> RestError.of("USER_NOT_EXISTS", "User does not exist"));
    }

    /** Ids in a list, or in JSON text. */
    private Object users(Call call) {
        Object given = call.params().raw("ID");
        Object ids = given instanceof String text ? Structures.parse(text) : given;
        if (!(ids instanceof Map<?, ?>) && !(ids instanceof List<?>)) {
            throw RestError.of("INVALID_FORMAT", "A wrong format for the ID field is passed");
        }
        List<User> found = Value.list(ids).stream()
                .flatMap(id -> Value.number(id).stream())
                .flatMap(id -> users.find(id).stream())
                .toList();
        if (call.params().text("RESULT_TYPE", "").equals("array")) {
            return found.stream().map(objects::user).toList();
        }
        JsonMap byId = new JsonMap();
        found.forEach(user -> byId.put(Long.toString(user.id()), objects.user(user)));
        return ImObjects.orList(byId);
    }

    /** Null for all that is not found, wrong parameters included (documented). */
    private @Nullable Object chat(Call call) {
        String type = call.params().text("ENTITY_TYPE", "");
        return chats.find(type, call.params().text("ENTITY_ID", ""))
                .map(found -> JsonMap.of("ID", found.id()))
                .orElse(null);
    }

    private Object dialog(Call call) {
        Chat chat = dialogs.readable(call.params(), call.userId());
        JsonMap answer = objects.chat(chat, call.userId());
        JsonMap restrictions = Value.map(answer.get("restrictions"));
        // unlike the sister method's, this one's description is never null, and its restrictions name a page
        return answer.with("description", chat.description())
                .with("restrictions", restrictions.with("path", "").with("path_title", ""));
    }

    private Object members(Call call) {
        Parameters params = call.params();
        // the page has two texts; that one is for a chat that is there and one for a dialog that is not is assumed
        dialogs.find(params.text("DIALOG_ID", ""), call.userId())
                .filter(found -> !dialogs.mayRead(found, call.userId()))
                .ifPresent(_ -> {
                    throw RestError.forbidden("ACCESS_ERROR", "You don't have access to this chat");
                });
        Chat chat = dialogs.readable(params, call.userId());
        Set<String> kept = Set.of(params.text("SKIP_EXTERNAL_EXCEPT_TYPES", "").split(",", -1));
        boolean skip = params.flag("SKIP_EXTERNAL", false);
        List<JsonMap> members = chat.members().stream()
                .filter(member -> member > params.number("LAST_ID").orElse(0L))
                .map(users::get)
                .filter(user -> !skip || user.employee() || kept.contains(ImObjects.authId(user.kind())))
                .map(objects::user)
                .toList();
        int limit = Math.clamp(params.number("LIMIT").orElse(50L), 1, 200);
        return Page.of(members, params.number("OFFSET").orElse(0L), limit);
    }

    private Object writing(Call call) {
        String dialogId = call.params().text("DIALOG_ID", "");
        if (!ImDialogs.wellFormed(dialogId)) {
            throw RestError.of("DIALOG_ID_EMPTY", "Dialog ID can't be empty");
        }
        Chat chat = dialogs.find(dialogId, call.userId())
                .filter(found -> dialogs.mayRead(found, call.userId()))
                .orElseThrow(() -> RestError.of("ACCESS_ERROR", "Action unavailable"));
        chats.typing(chat, call.userId());
        return true;
    }

    /** No access is {@code false}, not an error (documented). */
    private Object read(Call call) {
        String dialogId = call.params().text("DIALOG_ID", "");
        if (!ImDialogs.wellFormed(dialogId)) {
            throw RestError.of("DIALOG_ID_EMPTY", "Dialog ID can't be empty");
        }
        Optional<Chat> chat =
                dialogs.find(dialogId, call.userId()).filter(found -> dialogs.mayRead(found, call.userId()));
        return chat.<Object>map(found -> {
                    long wanted = call.params().id("MESSAGE_ID");
                    found.read(call.userId(), wanted > 0 ? Math.min(wanted, found.lastMessage()) : found.lastMessage());
                    return JsonMap.of("dialogId", found.dialogId(call.userId()))
                            .with("chatId", found.id())
                            .with("lastId", found.read(call.userId()))
                            .with(
                                    "counter",
                                    objects.unread(found, call.userId()).size());
                })
                .orElse(false);
    }
}
