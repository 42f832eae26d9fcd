package openlines.simulator.bot.v1;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openlines.simulator.bot.Bot;
import openlines.simulator.bot.ChatMaking;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Chats;
import openlines.simulator.content.Palette;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.file.Pictures;
import openlines.simulator.method.Group;
import openlines.simulator.method.ImDialogs;
import openlines.simulator.method.ImObjects;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.RestMethod;
import openlines.simulator.rest.RestMethods;
import openlines.simulator.rest.Value;
import org.jspecify.annotations.Nullable;

/** {@code imbot.chat.*} and {@code imbot.dialog.get}: chats that a first-generation bot makes and changes. */
@Singleton
final class V1ChatMethods implements RestMethods {

    private final V1Access access;
    private final ChatMaking making;
    private final Chats chats;
    private final ImDialogs dialogs;
    private final ImObjects objects;
    private final Pictures pictures;

    V1ChatMethods(
            V1Access access, ChatMaking making, Chats chats, ImDialogs dialogs, ImObjects objects, Pictures pictures) {
        this.access = access;
        this.making = making;
        this.chats = chats;
        this.dialogs = dialogs;
        this.objects = objects;
        this.pictures = pictures;
    }

    @Override
    public List<RestMethod> methods() {
        return Group.of("imbot")
                .add("imbot.chat.add", this::add)
                .add("imbot.chat.get", this::get)
                .add("imbot.chat.sendTyping", this::typing)
                .add("imbot.chat.updateTitle", this::title)
                .add("imbot.chat.updateColor", this::color)
                .add("imbot.chat.updateAvatar", this::avatar)
                .add("imbot.dialog.get", this::dialog)
                .methods();
    }

    private Object add(Call call) {
        Bot bot = access.speaker(call);
        Parameters params = call.params();
        Object users = params.raw("USERS");
        if (users != null && !(users instanceof List<?>) && !(users instanceof Map<?, ?>)) {
            throw RestError.of("INVALID_FORMAT", "Parameter USERS has wrong type");
        }
        List<Long> members = Value.list(users).stream()
                .flatMap(id -> Value.number(id).stream())
                .toList();
        Chat.Type type = params.text("TYPE", "CHAT").equals("OPEN") ? Chat.Type.OPEN : Chat.Type.GROUP;
        Chat chat = making.make(bot, type, params.text("TITLE", ""), members, 0);
        chat.describe(params.text("DESCRIPTION", ""));
        params.text("COLOR").flatMap(Palette::ofName).ifPresent(chat::recolor);
        making.picture(chat, params.text("AVATAR", ""));
        if (!params.blank("ENTITY_TYPE")) {
            chats.link(chat, new Chat.Entity(params.text("ENTITY_TYPE", ""), params.text("ENTITY_ID", ""), "", "", ""));
        }
        making.speak(bot, chat, params.text("MESSAGE", ""));
        return chat.id();
    }

    /** Null where a parameter is missing (documented), and where there is no such chat (assumed). */
    private @Nullable Object get(Call call) {
        Parameters params = call.params();
        if (params.blank("ENTITY_TYPE") || params.blank("ENTITY_ID")) {
            return null;
        }
        Optional<Chat> chat = chats.find(params.text("ENTITY_TYPE", ""), params.text("ENTITY_ID", ""));
        if (chat.isEmpty()) {
            return null;
        }
        boolean ownBot = access.knownOwner(call).map(access::owned).orElse(List.of()).stream()
                .anyMatch(bot -> chat.get().has(bot.id()));
        if (!ownBot && !dialogs.mayRead(chat.get(), call.userId())) {
            throw RestError.forbidden("ACCESS_ERROR", "You don't have access to this chat");
        }
        return JsonMap.of("ID", chat.get().id());
    }

    /** True at once: delivery is not checked. */
    private Object typing(Call call) {
        Bot bot = access.speaker(call);
        access.dialog(call, bot).ifPresent(chat -> chats.typing(chat, bot.id()));
        return true;
    }

    private Object title(Call call) {
        Bot bot = access.speaker(call);
        Optional<Chat> chat = access.chat(call);
        String title = call.params().text("TITLE", "").strip();
        if (title.isEmpty()) {
            throw RestError.of("TITLE_EMPTY", "Title can't be empty");
        }
        // the page lists the status 400 alone
        Chat found = chat.filter(own -> own.has(bot.id()))
                .orElseThrow(() -> RestError.of("ACCESS_ERROR", "Action unavailable"));
        if (found.type() == Chat.Type.PRIVATE) {
            throw RestError.of("ACCESS_ERROR", "This chat cannot be renamed");
        }
        found.rename(title);
        return true;
    }

    private Object color(Call call) {
        Bot bot = access.speaker(call);
        Optional<Chat> chat = access.chat(call);
        String hex = Palette.ofName(call.params().text("COLOR", ""))
                .orElseThrow(() -> RestError.of("WRONG_COLOR", "This color currently unavailable"));
        Chat found = chat.filter(own -> !own.color().equalsIgnoreCase(hex))
                .orElseThrow(() -> RestError.of("WRONG_REQUEST", "This color currently set or chat isn't exists"));
        requireMember(found, bot);
        found.recolor(hex);
        return true;
    }

    private Object avatar(Call call) {
        Bot bot = access.speaker(call);
        Chat chat = access.chat(call).orElseThrow(() -> RestError.of("WRONG_REQUEST", "Chat isn't exists"));
        if (!chat.has(bot.id())) {
            throw RestError.forbidden("ACCESS_DENIED", "Access denied");
        }
        if (chat.type() == Chat.Type.PRIVATE) {
            throw RestError.forbidden("ACCESS_ERROR", "The avatar of this chat cannot be changed");
        }
        switch (pictures.keep(call.params().text("AVATAR", ""))) {
            case Pictures.Kept kept -> chat.picture(kept.url());
            case Pictures.NoPicture _ -> throw RestError.of("AVATAR_ERROR", "Avatar incorrect type");
            case Pictures.TooLarge _ -> throw RestError.of("AVATAR_ERROR", "Avatar incorrect size (max 5000x5000)");
        }
        return true;
    }

    static void requireMember(Chat chat, Bot bot) {
        if (!chat.has(bot.id())) {
            throw RestError.forbidden("ACCESS_ERROR", "Action unavailable");
        }
    }

    /** As {@code im.dialog.get}, which it is a twin of; the description is a text here (observed). */
    private Object dialog(Call call) {
        Chat chat = dialogs.readable(call.params(), call.userId());
        return objects.chat(chat, call.userId()).with("description", chat.description());
    }
}
