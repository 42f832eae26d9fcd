package openlines.simulator.control;

import jakarta.inject.Singleton;
import java.util.List;
import openlines.simulator.bot.Bot;
import openlines.simulator.bot.BotContext;
import openlines.simulator.bot.Bots;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Draft;
import openlines.simulator.chat.Message;
import openlines.simulator.chat.Messages;
import openlines.simulator.command.Calls;
import openlines.simulator.command.Command;
import openlines.simulator.content.Reactions;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.line.Customers;
import openlines.simulator.line.Intake;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;
import openlines.simulator.rest.Parameters;

/** A person's acts toward bots, done on the engine. */
@Singleton
final class BotActs {

    private final People people;
    private final Messages messages;
    private final Calls calls;
    private final Bots bots;
    private final BotContext contexts;
    private final Reactions reactions;

    BotActs(People people, Messages messages, Calls calls, Bots bots, BotContext contexts, Reactions reactions) {
        this.people = people;
        this.messages = messages;
        this.calls = calls;
        this.bots = bots;
        this.contexts = contexts;
        this.reactions = reactions;
    }

    /** Who presses, calls and reacts, and how their words come in. */
    @Singleton
    record People(Users users, Customers customers, Intake intake, Messages messages) {

        /** The one that is named; else the customer of a line's chat, else the first person in it. */
        User in(Chat chat, Parameters given) {
            long id = given.has("userId")
                    ? given.id("userId")
                    : chat.members().stream()
                            .filter(member -> customers.find(member).isPresent() || !chat.lines())
                            .filter(member -> !users.get(member).bot())
                            .findFirst()
                            .orElse(0L);
            return users.find(id)
                    .filter(user -> chat.has(user.id()))
                    .orElseThrow(() -> Refusal.notFound("user " + id + " in the chat"));
        }

        Message say(Chat chat, User user, String text) {
            return customers
                    .find(user.id())
                    .filter(_ -> chat.lines())
                    .map(customer ->
                            intake.receive(customer, Draft.of(user.id(), text)).message())
                    .orElseGet(() -> messages.post(chat, Draft.of(user.id(), text)));
        }
    }

    JsonMap command(Chat chat, Parameters given) {
        User user = people.in(chat, given);
        String word = given.text("command", "").strip().replaceFirst("^/", "");
        long bot = given.id("botId");
        List<Command> found = calls.known(chat, word).stream()
                .filter(command -> bot == 0 || command.botId() == bot)
                .toList();
        if (found.isEmpty()) {
            throw Refusal.notFound("command /" + word + " for this chat");
        }
        String params = given.text("params", "").strip();
        Message message = people.say(chat, user, ("/" + word + " " + params).strip());
        calls.aim(message, found);
        return JsonMap.of("messageId", message.id())
                .with("commands", found.stream().map(Command::id).toList());
    }

    JsonMap context(Chat chat, Parameters given) {
        User user = people.in(chat, given);
        Bot bot = bot(chat, given.id("botId"));
        contexts.give(chat, user, bot, given.raw("context"));
        return JsonMap.of("botId", bot.id());
    }

    private Bot bot(Chat chat, long id) {
        return chat.members().stream()
                .flatMap(member -> bots.find(member).stream())
                .filter(bot -> id == 0 || bot.id() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("bot in the chat"));
    }

    JsonMap react(Chat chat, Parameters given) {
        User user = people.in(chat, given);
        Message message = message(chat, given);
        String code = given.text("reaction", "like");
        if (!Reactions.known(code)) {
            throw Refusal.bad("no reaction " + code);
        }
        boolean closed =
                bots.find(message.authorId()).filter(bot -> !bot.reactions()).isPresent();
        if (closed) {
            throw new Refusal(409, "the bot takes no reactions");
        }
        boolean changed = given.flag("set", true)
                ? reactions.set(chat, message, user.id(), code)
                : reactions.remove(chat, message, user.id(), code);
        return JsonMap.of("changed", changed);
    }

    JsonMap edit(Chat chat, Parameters given) {
        Message message = message(chat, given);
        Message changed = messages.update(chat, message, given.text("text", ""), message.authorId());
        return JsonMap.of("messageId", changed.id());
    }

    JsonMap remove(Chat chat, Parameters given) {
        Message message = message(chat, given);
        messages.delete(chat, message, message.authorId(), given.flag("complete", false));
        return JsonMap.of("messageId", message.id());
    }

    private Message message(Chat chat, Parameters given) {
        return messages.find(given.id("messageId"))
                .filter(message -> message.chatId() == chat.id())
                .orElseThrow(() -> Refusal.notFound("message " + given.id("messageId") + " in the chat"));
    }
}
