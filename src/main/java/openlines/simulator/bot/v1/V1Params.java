package openlines.simulator.bot.v1;

import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import openlines.simulator.bot.Bot;
import openlines.simulator.bot.BotEvent;
import openlines.simulator.bot.Bots;
import openlines.simulator.bot.Mentions;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Message;
import openlines.simulator.chat.Messages;
import openlines.simulator.content.Palette;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.portal.PortalLanguage;

/** The {@code PARAMS} of first-generation events; what does not apply is left out, not sent empty. */
@Singleton
final class V1Params {

    private static final DateTimeFormatter AMERICAN =
            DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Messages messages;
    private final Bots bots;
    private final PortalLanguage language;

    V1Params(Messages messages, Bots bots, PortalLanguage language) {
        this.messages = messages;
        this.bots = bots;
        this.language = language;
    }

    JsonMap of(BotEvent event, List<Bot> told) {
        Bot first = told.getFirst();
        return switch (event) {
            case BotEvent.MessageAdded added -> added(added.chat(), added.message(), first);
            case BotEvent.MessageUpdated updated -> updated(updated.chat(), updated.message(), first);
            case BotEvent.MessageDeleted deleted -> deleted(deleted.chat(), deleted.message(), first);
            case BotEvent.JoinedChat joined ->
                joined(joined.chat(), joined.user().id(), first);
            case BotEvent.CommandAdded command -> command(command, first);
            case BotEvent.Deleted _, BotEvent.ContextGiven _, BotEvent.ReactionChanged _ -> new JsonMap();
        };
    }

    private JsonMap added(Chat chat, Message message, Bot bot) {
        boolean alone = chat.type() == Chat.Type.PRIVATE;
        JsonMap params = head(chat, message, spoken(chat, message), bot);
        if (!alone) {
            params.putAll(group(chat, message));
        }
        params.putAll(flags(message));
        params.put("COMMAND_CONTEXT", "TEXTAREA");
        if (!chat.lines()) {
            params.with("CHAT_USER_COUNT", chat.members().size()).with("PLATFORM_CONTEXT", "web");
        }
        mention(params, chat, message);
        return params.with("TO_USER_ID", addressee(chat, message, bot))
                .with("MESSAGE_ID", message.id())
                .with("CHAT_TYPE", chat.type().letter())
                .with("LANGUAGE", language.code());
    }

    /** The text without the mentions of bots. */
    private String spoken(Chat chat, Message message) {
        return chat.type() == Chat.Type.PRIVATE || chat.lines()
                ? message.text()
                : Mentions.cut(message.text(), mentionedBots(message));
    }

    private Set<Long> mentionedBots(Message message) {
        return Mentions.of(message.text()).stream()
                .filter(id -> bots.find(id).isPresent())
                .collect(Collectors.toSet());
    }

    private JsonMap head(Chat chat, Message message, String text, Bot bot) {
        JsonMap params = JsonMap.of("MESSAGE", text);
        if (!chat.lines()) {
            params.put("TEMPLATE_ID", message.uuid());
        }
        return params.with("MESSAGE_TYPE", chat.type().letter())
                .with("FROM_USER_ID", message.authorId())
                .with("DIALOG_ID", chat.dialogId(bot.id()))
                .with("TO_CHAT_ID", chat.id())
                .with("AUTHOR_ID", message.authorId())
                .with("SYSTEM", "N");
    }

    private JsonMap group(Chat chat, Message message) {
        Chat.Entity entity = chat.entity();
        return JsonMap.of("CHAT_ID", chat.id())
                .with("CHAT_TITLE", chat.title())
                .with("CHAT_AUTHOR_ID", chat.owner())
                .with("CHAT_AVATAR", "0")
                .with("CHAT_COLOR", Palette.name(chat.color()))
                .with("CHAT_ENTITY_TYPE", entity.type())
                .with("CHAT_ENTITY_ID", entity.id())
                .with("CHAT_ENTITY_DATA_1", entity.data1())
                .with("CHAT_ENTITY_DATA_2", entity.data2())
                .with("CHAT_ENTITY_DATA_3", entity.data3())
                .with("CHAT_EXTRANET", "N")
                .with("CHAT_PREV_MESSAGE_ID", previous(chat, message))
                .with("CHAT_CAN_POST", "MEMBER")
                // the relation's record; the samples show the author's id
                .with("RID", message.authorId())
                .with("IS_MANAGER", yes(chat.managers().contains(message.authorId())));
    }

    private long previous(Chat chat, Message message) {
        return messages.of(chat).stream()
                .map(Message::id)
                .filter(id -> id < message.id())
                .reduce((_, later) -> later)
                .orElse(0L);
    }

    private static JsonMap flags(Message message) {
        return JsonMap.of("PUSH", "Y")
                .with("PUSH_IMPORTANT", "N")
                .with("RECENT_SKIP_AUTHOR", "N")
                .with("CONVERT", "N")
                .with("SKIP_COMMAND", "N")
                .with("SKIP_COUNTER_INCREMENTS", "N")
                .with("SILENT_CONNECTOR", given(message, "SILENT_CONNECTOR"))
                .with("SKIP_CONNECTOR", given(message, "SKIP_CONNECTOR"))
                .with("IMPORTANT_CONNECTOR", "N")
                .with("NO_SESSION_OL", "N")
                .with("FAKE_RELATION", 0)
                .with("SKIP_URL_INDEX", "N");
    }

    private static String given(Message message, String name) {
        return yes("Y".equals(message.params().get(name)));
    }

    /** In a line the original comes without any mention (captures). */
    private void mention(JsonMap params, Chat chat, Message message) {
        if (chat.type() == Chat.Type.PRIVATE) {
            return;
        }
        Set<Long> mentioned = Mentions.of(message.text());
        if (!mentioned.isEmpty()) {
            JsonMap list = new JsonMap();
            mentioned.forEach(id -> list.put(Long.toString(id), id));
            params.put("MENTIONED_LIST", list);
        }
        params.put("MESSAGE_ORIGINAL", message.text());
    }

    /** The bot in a chat for two or where it is named; 0 is everybody. */
    private static long addressee(Chat chat, Message message, Bot bot) {
        boolean meant =
                chat.type() == Chat.Type.PRIVATE || Mentions.of(message.text()).contains(bot.id());
        return meant ? bot.id() : 0;
    }

    private JsonMap updated(Chat chat, Message message, Bot bot) {
        JsonMap params = changed(chat, message, spoken(chat, message), bot)
                .with("CHAT_USER_COUNT", chat.members().size());
        mention(params, chat, message);
        params.put("PLATFORM_CONTEXT", "web");
        params.put("TO_USER_ID", addressee(chat, message, bot));
        return params;
    }

    /** A notice of the deletion instead of the text. */
    private JsonMap deleted(Chat chat, Message message, Bot bot) {
        String notice = "Message from " + AMERICAN.format(message.date()) + " has been deleted";
        JsonMap params = changed(chat, message, notice, bot);
        if (chat.type() == Chat.Type.PRIVATE) {
            params.put("TO_USER_ID", bot.id());
        }
        return params;
    }

    private JsonMap changed(Chat chat, Message message, String text, Bot bot) {
        Chat.Entity entity = chat.entity();
        JsonMap params = JsonMap.of("ID", message.id())
                .with("CHAT_ID", chat.id())
                .with("AUTHOR_ID", message.authorId())
                .with("MESSAGE", text)
                .with("MESSAGE_TYPE", chat.type().letter())
                .with("CHAT_AUTHOR_ID", chat.owner());
        if (chat.type() == Chat.Type.PRIVATE) {
            params.put("FROM_USER_ID", message.authorId());
        } else {
            params.put("CHAT_ENTITY_TYPE", entity.type());
        }
        return params.with("CHAT_ENTITY_ID", entity.id())
                .with("CHAT_ENTITY_DATA_1", entity.data1())
                .with("CHAT_ENTITY_DATA_2", entity.data2())
                .with("CHAT_ENTITY_DATA_3", entity.data3())
                .with("DIALOG_ID", chat.dialogId(bot.id()))
                .with("MESSAGE_ID", message.id())
                .with("CHAT_TYPE", chat.type().letter())
                .with("LANGUAGE", language.code());
    }

    /** In a chat for two the bot is FROM and the person TO: the other way round than in messages. */
    private JsonMap joined(Chat chat, long by, Bot bot) {
        JsonMap params = JsonMap.of("CHAT_TYPE", chat.type().letter())
                .with("MESSAGE_TYPE", chat.type().letter())
                .with("BOT_ID", bot.id())
                .with("USER_ID", by);
        if (chat.type() == Chat.Type.PRIVATE) {
            params.with("TO_USER_ID", by).with("FROM_USER_ID", bot.id());
        } else {
            params.with("CHAT_ID", chat.id())
                    .with("CHAT_AUTHOR_ID", chat.owner())
                    .with("CHAT_ENTITY_TYPE", chat.entity().type())
                    .with("CHAT_ENTITY_ID", chat.entity().id())
                    .with("ACCESS_HISTORY", 1);
        }
        return params.with("DIALOG_ID", chat.dialogId(bot.id())).with("LANGUAGE", language.code());
    }

    private JsonMap command(BotEvent.CommandAdded event, Bot bot) {
        Chat chat = event.chat();
        long user = event.user().id();
        // a button's message is the bot's: who calls is the person
        JsonMap params = head(chat, event.message(), event.text(), bot)
                .with("FROM_USER_ID", user)
                .with("AUTHOR_ID", user);
        if (chat.type() == Chat.Type.PRIVATE) {
            params.put("TO_USER_ID", bot.id());
        } else {
            params.putAll(group(chat, event.message()));
            params.with("RID", user)
                    .with("IS_MANAGER", yes(chat.managers().contains(user)))
                    .with("CHAT_PARENT_ID", 0)
                    .with("CHAT_PARENT_MID", 0);
            JsonMap present = new JsonMap();
            chat.members().stream()
                    .filter(member -> bots.find(member).isPresent())
                    .forEach(member -> present.put(Long.toString(member), member));
            params.put("BOT_IN_CHAT", present);
        }
        params.put("SKIP_USER_CHECK", "Y");
        params.putAll(flags(event.message()));
        return params.with("RECENT_ADD", "Y")
                .with("MESSAGE_ID", event.message().id())
                .with("CHAT_TYPE", chat.type().letter())
                .with("LANGUAGE", language.code());
    }

    private static String yes(boolean flag) {
        return flag ? "Y" : "N";
    }
}
