package openlines.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openlines.bitrix24.event.DialogEvent.Where;
import openlines.bitrix24.rest.Call;
import openlines.bot.Attachment;
import openlines.bot.Button;
import openlines.store.BotEntry;
import openlines.store.BotEntry.Generation;

/** Writes a letter as the call that sends it. */
final class Wording {
    private Wording() {}

    /** @param number tells this letter from every other one of its session */
    static Call of(Letter letter, Where where, BotEntry bot, String number) {
        return switch (letter) {
            case Letter.Message message
            when isPlain(message, where) ->
                new Call(
                        "imopenlines.bot.session.message.send",
                        Map.of("CHAT_ID", where.chatId(), "MESSAGE", message.text(), "NAME", "DEFAULT"));
            case Letter.Message message ->
                bot.generation() == Generation.V2 ? v2(message, where, bot) : v1(message, where, bot);
            case Letter.Lead lead -> Leads.add(lead, where, number);
            case Letter.ToQueue _ -> new Call("imopenlines.bot.session.operator", Map.of("CHAT_ID", where.chatId()));
            case Letter.ToLine(var line) -> transfer(where, bot, "QUEUE_ID", line);
            case Letter.ToEmployee(var user) -> transfer(where, bot, "USER_ID", user);
            case Letter.Finish _ -> new Call("imopenlines.bot.session.finish", session(where, bot));
        };
    }

    /** The sign that the bot is writing. */
    static Call typing(Where where, BotEntry bot) {
        return bot.generation() == Generation.V2
                ? new Call(
                        "imbot.v2.Chat.InputAction.notify",
                        token("botToken", bot, Map.of("botId", bot.botId(), "dialogId", where.dialogId())))
                : new Call(
                        "imbot.chat.sendTyping",
                        token("CLIENT_ID", bot, Map.of("BOT_ID", bot.botId(), "DIALOG_ID", where.dialogId())));
    }

    /** What a line's customer reads goes by the line's own method. */
    static boolean isPlain(Letter.Message message, Where where) {
        return message.buttons().isEmpty()
                && message.attachments().isEmpty()
                && !message.aside()
                && !where.line().connector().isEmpty();
    }

    private static Call v2(Letter.Message message, Where where, BotEntry bot) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("message", message.text());
        if (!message.buttons().isEmpty()) {
            fields.put("keyboard", keyboard(message.buttons()));
        }
        if (!message.attachments().isEmpty()) {
            fields.put("attach", attach(message.attachments()));
        }
        if (message.aside()) {
            // the change log names the flag, the method's page does not; assumed: operators see the message, the
            // customer's channel does not get it
            fields.put("skipConnector", "Y");
        }
        return new Call(
                "imbot.v2.Chat.Message.send",
                token("botToken", bot, Map.of("botId", bot.botId(), "dialogId", where.dialogId(), "fields", fields)));
    }

    private static Call v1(Letter.Message message, Where where, BotEntry bot) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("BOT_ID", bot.botId());
        parameters.put("DIALOG_ID", where.dialogId());
        parameters.put("MESSAGE", message.text());
        if (!message.buttons().isEmpty()) {
            parameters.put("KEYBOARD", Map.of("BOT_ID", bot.botId(), "BUTTONS", keyboard(message.buttons())));
        }
        if (!message.attachments().isEmpty()) {
            parameters.put("ATTACH", attach(message.attachments()));
        }
        if (message.aside()) {
            parameters.put("SKIP_CONNECTOR", "Y");
        }
        return new Call("imbot.message.add", token("CLIENT_ID", bot, parameters));
    }

    /** One block each; the keys are upper case in both generations. */
    private static Map<String, Object> attach(List<Attachment> attachments) {
        List<Map<String, Object>> blocks = attachments.stream()
                .map(one -> Map.<String, Object>of(
                        switch (one.kind()) {
                            case PICTURE -> "IMAGE";
                            case FILE -> "FILE";
                        },
                        List.of(Map.of("NAME", one.name(), "LINK", one.address()))))
                .toList();
        return Map.of("BLOCKS", blocks);
    }

    /** The keys are upper case in both generations. */
    private static List<Map<String, Object>> keyboard(List<Button> buttons) {
        var keyboard = new ArrayList<Map<String, Object>>();
        for (Button button : buttons) {
            keyboard.add(
                    button.link().isEmpty()
                            ? Map.of(
                                    "TEXT",
                                    button.label(),
                                    "COMMAND",
                                    Registration.PRESS,
                                    "COMMAND_PARAMS",
                                    button.payload(),
                                    "DISPLAY",
                                    "LINE")
                            : Map.of("TEXT", button.label(), "LINK", button.link(), "DISPLAY", "LINE"));
        }
        return keyboard;
    }

    /** The dialog goes to its own line anew, and the bot with it goes. */
    static Call again(Where where, BotEntry bot) {
        var parameters = session(where, bot);
        parameters.put("QUEUE_ID", where.line().id());
        parameters.put("LEAVE", "Y");
        return new Call("imopenlines.bot.session.transfer", parameters);
    }

    private static Call transfer(Where where, BotEntry bot, String target, long id) {
        var parameters = session(where, bot);
        parameters.put(target, id);
        return new Call("imopenlines.bot.session.transfer", parameters);
    }

    private static Map<String, Object> session(Where where, BotEntry bot) {
        return token("CLIENT_ID", bot, Map.of("CHAT_ID", where.chatId()));
    }

    private static Map<String, Object> token(String name, BotEntry bot, Map<String, Object> parameters) {
        var all = new LinkedHashMap<>(parameters);
        if (!bot.token().isEmpty()) {
            all.put(name, bot.token());
        }
        return all;
    }
}
