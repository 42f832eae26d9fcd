package openlines.bitrix24.event;

import java.util.ArrayList;
import java.util.List;
import openlines.bitrix24.event.DialogEvent.Author;
import openlines.bitrix24.event.DialogEvent.BotJoined;
import openlines.bitrix24.event.DialogEvent.CommandGiven;
import openlines.bitrix24.event.DialogEvent.Line;
import openlines.bitrix24.event.DialogEvent.MessageAdded;
import openlines.bitrix24.event.DialogEvent.Where;
import openlines.bitrix24.event.PortalEvent.Grant;

/** Turns what came into what happened. One body of the first generation may tell several bots at once. */
public final class Events {
    private Events() {}

    public static List<PortalEvent> of(Incoming incoming) {
        Tree data = incoming.data();
        return switch (incoming.name()) {
            case "ONIMBOTV2MESSAGEADD" -> dialog(V2.message(data));
            case "ONIMBOTV2JOINCHAT" -> dialog(V2.joined(data, incoming.stamp()));
            case "ONIMBOTV2COMMANDADD" -> dialog(V2.command(data, incoming.stamp()));
            case "ONIMBOTV2DELETE" ->
                List.of(new PortalEvent.BotDeleted(
                        data.at("bot").number("id"), data.at("bot").text("code")));
            case "ONIMBOTMESSAGEADD" -> V1.messages(data);
            case "ONIMBOTJOINCHAT" -> V1.joined(data, incoming.stamp());
            case "ONIMCOMMANDADD" -> V1.commands(data, incoming.stamp());
            case "ONIMBOTDELETE" -> List.of(new PortalEvent.BotDeleted(data.number("BOT_ID"), data.text("BOT_CODE")));
            case "ONAPPINSTALL" ->
                List.of(new PortalEvent.Installed(Grant.of(incoming.auth()), data.text("LANGUAGE_ID")));
            case "ONAPPUPDATE" -> List.of(new PortalEvent.Updated(Grant.of(incoming.auth())));
            case "ONAPPUNINSTALL" -> List.of(new PortalEvent.Uninstalled(data.flag("CLEAN")));
            default -> List.of(new PortalEvent.Ignored(incoming.name()));
        };
    }

    /** An event that names no bot or no chat tells nothing. */
    private static List<PortalEvent> dialog(DialogEvent event) {
        return event.where().botId() > 0 && event.where().chatId() > 0
                ? List.of(event)
                : List.of(new PortalEvent.Ignored("incomplete"));
    }

    /** Bots of the current generation: camelCase keys, one bot a call. */
    private static final class V2 {
        static DialogEvent message(Tree data) {
            Tree message = data.at("message");
            return new MessageAdded(
                    where(data, message.number("chatId")),
                    "message:" + message.number("id"),
                    message.number("id"),
                    message.text("text"),
                    message.flag("isSystem") || message.number("authorId") == 0,
                    names(message.at("params").at("FILE_ID")));
        }

        static DialogEvent joined(Tree data, String stamp) {
            Where where = where(data, 0);
            return new BotJoined(where, Key.joining(where, stamp));
        }

        static DialogEvent command(Tree data, String stamp) {
            Tree command = data.at("command");
            long message = data.at("message").number("id");
            return new CommandGiven(
                    where(data, data.at("message").number("chatId")),
                    Key.command(message, command.text("context"), command.text("params"), stamp),
                    message,
                    Key.bare(command.text("command")),
                    command.text("params"));
        }

        private static Where where(Tree data, long chatOfMessage) {
            Tree chat = data.at("chat");
            Tree bot = data.at("bot");
            Tree user = data.at("user");
            long chatId = chatOfMessage > 0 ? chatOfMessage : chat.number("id");
            String dialogId = chat.text("dialogId");
            return new Where(
                    bot.number("id"),
                    bot.text("code"),
                    chatId,
                    dialogId.isEmpty() ? "chat" + chatId : dialogId,
                    Line.of(chat.text("entityType"), chat.text("entityId"), chat.text("entityData1")),
                    new Author(user.number("id"), user.text("name"), user.flag("connector"), user.flag("bot")),
                    data.text("language"));
        }
    }

    /** Bots of the first generation: upper-case keys, {@code data[BOT]} and {@code data[COMMAND]} are maps. */
    private static final class V1 {
        static List<PortalEvent> messages(Tree data) {
            Tree params = data.at("PARAMS");
            long id = params.number("MESSAGE_ID");
            return each(
                    data.at("BOT"),
                    bot -> new MessageAdded(
                            where(data, bot),
                            "message:" + id,
                            id,
                            params.text("MESSAGE"),
                            params.flag("SYSTEM") || params.number("FROM_USER_ID") == 0,
                            names(params.at("FILES"))));
        }

        static List<PortalEvent> joined(Tree data, String stamp) {
            return each(data.at("BOT"), bot -> {
                Where where = where(data, bot);
                return new BotJoined(where, Key.joining(where, stamp));
            });
        }

        static List<PortalEvent> commands(Tree data, String stamp) {
            return each(data.at("COMMAND"), command -> {
                long message = command.number("MESSAGE_ID");
                return new CommandGiven(
                        where(data, command),
                        Key.command(message, command.text("COMMAND_CONTEXT"), command.text("COMMAND_PARAMS"), stamp),
                        message,
                        Key.bare(command.text("COMMAND")),
                        command.text("COMMAND_PARAMS"));
            });
        }

        private static List<PortalEvent> each(Tree bots, java.util.function.Function<Tree, DialogEvent> reading) {
            var events = new ArrayList<PortalEvent>();
            bots.branches().forEach(bot -> events.addAll(dialog(reading.apply(bot))));
            return events.isEmpty() ? List.of(new PortalEvent.Ignored("incomplete")) : events;
        }

        private static Where where(Tree data, Tree bot) {
            Tree params = data.at("PARAMS");
            Tree user = data.at("USER");
            long chatId = params.number("CHAT_ID") > 0 ? params.number("CHAT_ID") : params.number("TO_CHAT_ID");
            String dialogId = params.text("DIALOG_ID");
            return new Where(
                    bot.number("BOT_ID"),
                    bot.text("BOT_CODE"),
                    chatId,
                    dialogId.isEmpty() ? "chat" + chatId : dialogId,
                    Line.of(
                            params.text("CHAT_ENTITY_TYPE"),
                            params.text("CHAT_ENTITY_ID"),
                            params.text("CHAT_ENTITY_DATA_1")),
                    new Author(
                            user.number("ID") > 0 ? user.number("ID") : params.number("FROM_USER_ID"),
                            user.text("NAME"),
                            user.flag("IS_CONNECTOR"),
                            user.flag("IS_BOT")),
                    params.text("LANGUAGE"));
        }
    }

    /** How repeats are told from new events that have no number of their own. */
    private static final class Key {
        /** A joining is of no message: it is told by its session, by who brought the bot in, and by the second. */
        static String joining(Where where, String stamp) {
            return "join:" + where.chatId() + ":" + where.line().session() + ":"
                    + where.author().id() + ":" + stamp;
        }

        /**
         * A typed command is a message, and may be told as one too: one key for both. A button can be pressed twice on
         * one message, so that its key has the time in it.
         */
        static String command(long message, String context, String parameters, String stamp) {
            return context.equalsIgnoreCase("textarea") || context.isEmpty()
                    ? "message:" + message
                    : "press:" + message + ":" + Integer.toHexString(parameters.hashCode()) + ":" + stamp;
        }

        static String bare(String command) {
            return command.startsWith("/") ? command.substring(1) : command;
        }
    }

    private static List<String> names(Tree files) {
        var names = new ArrayList<String>();
        files.fields().forEach((key, value) -> {
            Tree file = files.at(key);
            names.add(file.isEmpty() ? String.valueOf(value) : file.either("name", "NAME"));
        });
        return names;
    }
}
