package openlines.simulator.bot.v2;

import jakarta.inject.Singleton;
import java.util.Optional;
import openlines.simulator.bot.Bot;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Chats;
import openlines.simulator.chat.Draft;
import openlines.simulator.chat.Messages;
import openlines.simulator.command.Command;
import openlines.simulator.portal.Users;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.RestError;

/** Answers a command: the one way to write into a chat that the bot is not in. */
@Singleton
final class CommandAnswer {

    private final Sending sending;
    private final Messages messages;
    private final Chats chats;
    private final Users users;

    CommandAnswer(Sending sending, Messages messages, Chats chats, Users users) {
        this.sending = sending;
        this.messages = messages;
        this.chats = chats;
        this.users = users;
    }

    /** Access is lent for the message together with a command of this bot. */
    void give(Call call, Bot bot, Optional<Command> command) {
        Draft draft = sending.draft(bot, call.params().tree("fields"));
        Chat chat = messages.find(call.params().id("messageId"))
                .flatMap(message -> chats.find(message.chatId()))
                .filter(found -> addressed(call.params().text("dialogId", ""), found, bot))
                .filter(_ -> command.filter(own -> own.botId() == bot.id()).isPresent())
                .filter(_ -> !Sending.empty(draft))
                .orElseThrow(() -> RestError.of("COMMAND_ANSWER_FAILED", "Command answer failed"));
        messages.post(chat, chat.has(bot.id()) ? draft : fromOutside(bot, draft));
    }

    private static boolean addressed(String dialogId, Chat chat, Bot bot) {
        return dialogId.equals("chat" + chat.id()) || dialogId.equals(chat.dialogId(bot.id()));
    }

    /** A system message that carries the bot's name; how it carries it is on no page (assumed). */
    private Draft fromOutside(Bot bot, Draft draft) {
        String name = users.get(bot.id()).name();
        return new Draft(0, "[B]" + name + "[/B]\n" + draft.text(), draft.params());
    }
}
