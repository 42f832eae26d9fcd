package openlines.simulator.control;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import openlines.simulator.bot.BotEvents;
import openlines.simulator.channel.Channel;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Message;
import openlines.simulator.chat.Messages;
import openlines.simulator.command.Calls;
import openlines.simulator.command.Command;
import openlines.simulator.command.Commands;
import openlines.simulator.content.Keyboard;
import openlines.simulator.content.Menu;
import openlines.simulator.content.Presses;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.portal.User;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.Value;

/** What a click on a keyboard's button or a menu's item does: in the portal, or for whoever looks at the client. */
@Singleton
final class Buttons {

    private final BotActs.People people;
    private final Messages messages;
    private final Presses presses;
    private final Commands commands;
    private final BotEvents events;

    Buttons(BotActs.People people, Messages messages, Presses presses, Commands commands, BotEvents events) {
        this.people = people;
        this.messages = messages;
        this.presses = presses;
        this.commands = commands;
        this.events = events;
    }

    /** Only where the customer's channel shows buttons at all. */
    JsonMap press(Chat chat, Parameters given, long user) {
        String connector = chat.entity().id().replaceFirst("\\|.*", "");
        if (Channel.of(connector).filter(Channel::buttons).isEmpty()) {
            throw new Refusal(409, "the channel " + connector + " shows no buttons");
        }
        JsonMap with = new JsonMap();
        with.putAll(given.all());
        return press(chat, new Parameters(with.with("userId", user)));
    }

    JsonMap press(Chat chat, Parameters given) {
        User user = people.in(chat, given);
        Message message = message(chat, given);
        Keyboard keyboard =
                Keyboard.of(message).orElseThrow(() -> Refusal.notFound("keyboard at message " + message.id()));
        int index = index(keyboard.buttons(), given.text("button", ""));
        JsonMap button = keyboard.buttons().get(index);
        if (locked(button) || !presses.press(message, index, button)) {
            throw new Refusal(409, "the button is locked");
        }
        return new Click(chat, message, user, keyboard.botId(), "keyboard").on(button, this);
    }

    /** An item of a message's context menu, which the portal's own client shows: customers see none. */
    JsonMap choose(Chat chat, Parameters given) {
        User user = people.in(chat, given);
        if (user.customer()) {
            throw new Refusal(409, "a customer's channel shows no menus");
        }
        Message message = message(chat, given);
        Menu menu = Menu.of(message);
        JsonMap item = menu.items().get(index(menu.items(), given.text("item", "")));
        if (locked(item)) {
            throw new Refusal(409, "the item is locked");
        }
        return new Click(chat, message, user, menu.botId(), "menu").on(item, this);
    }

    private Message message(Chat chat, Parameters given) {
        return messages.find(given.id("messageId"))
                .filter(found -> found.chatId() == chat.id())
                .orElseThrow(() -> Refusal.notFound("message " + given.id("messageId") + " in the chat"));
    }

    private static boolean locked(JsonMap button) {
        return Value.flag(button.get("DISABLED"), false);
    }

    private static int index(List<JsonMap> buttons, String wanted) {
        for (int i = 0; i < buttons.size(); i++) {
            JsonMap button = buttons.get(i);
            boolean named = wanted.equals(Integer.toString(i)) || wanted.equals(button.get("TEXT"));
            if (named && button.containsKey("TEXT")) {
                return i;
            }
        }
        throw Refusal.notFound("button or item " + wanted);
    }

    /** Who clicked where: on a keyboard's button or a menu's item of a bot's message. */
    private record Click(Chat chat, Message message, User user, long bot, String from) {

        JsonMap on(JsonMap button, Buttons buttons) {
            String command = text(button, "COMMAND");
            if (!command.isEmpty()) {
                return buttons.call(this, command, text(button, "COMMAND_PARAMS"));
            }
            String link = text(button, "LINK");
            if (!link.isEmpty()) {
                return JsonMap.of("does", "link").with("value", link);
            }
            String value = text(button, "ACTION_VALUE");
            String action = text(button, "ACTION");
            if (action.equals("SEND")) {
                Message said = buttons.people.say(chat, user, value);
                return JsonMap.of("does", "send").with("value", value).with("messageId", said.id());
            }
            // what is left happens in the client alone: the bot sees nothing of it
            return action.isEmpty()
                    ? JsonMap.of("does", "application").with("value", text(button, "APP_ID"))
                    : JsonMap.of("does", action.toLowerCase(Locale.ROOT)).with("value", value);
        }
    }

    /**
     * The event names the message with the keyboard or the menu (assumed). Parameters may stand inside the command, as a
     * sample of the first generation has them.
     */
    private JsonMap call(Click click, String written, String given) {
        String[] parts = written.replaceFirst("^/", "").split(" ", 2);
        String params = given.isEmpty() && parts.length > 1 ? parts[1] : given;
        Command command = commands.find(click.bot, parts[0])
                .orElseThrow(() -> new Refusal(409, "the bot has no command " + parts[0]));
        events.call(click.chat, click.message, click.user, new Calls.Called(List.of(command), params), click.from);
        return JsonMap.of("does", "command").with("value", "/" + parts[0]).with("params", params);
    }

    private static String text(JsonMap button, String name) {
        return Value.text(button.get(name)).orElse("");
    }
}
