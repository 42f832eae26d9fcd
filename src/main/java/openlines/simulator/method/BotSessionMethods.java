package openlines.simulator.method;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import openlines.simulator.bot.Bot;
import openlines.simulator.bot.Bots;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Draft;
import openlines.simulator.chat.Messages;
import openlines.simulator.line.Closing;
import openlines.simulator.line.Lines;
import openlines.simulator.line.Routing;
import openlines.simulator.line.Session;
import openlines.simulator.line.Session.Stage;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.RestMethod;
import openlines.simulator.rest.RestMethods;

/** {@code imopenlines.bot.session.*}: what a chatbot does with the dialog that it holds. */
@Singleton
final class BotSessionMethods implements RestMethods {

    private final LineDialogs dialogs;
    private final Lines lines;
    private final Bots bots;
    private final Messages messages;
    private final Moves moves;

    BotSessionMethods(LineDialogs dialogs, Lines lines, Bots bots, Messages messages, Moves moves) {
        this.dialogs = dialogs;
        this.lines = lines;
        this.bots = bots;
        this.messages = messages;
        this.moves = moves;
    }

    /** What moves a dialog on. */
    @Singleton
    record Moves(Routing routing, Closing closing, Transfers transfers) {}

    @Override
    public List<RestMethod> methods() {
        return Group.of("imopenlines", "imbot")
                .add("imopenlines.bot.session.message.send", this::send)
                .add("imopenlines.bot.session.operator", this::operator)
                .add("imopenlines.bot.session.transfer", this::transfer)
                .add("imopenlines.bot.session.finish", this::finish)
                .methods();
    }

    /** True in any case: the answer does not tell whether a message was made (documented). */
    private Object send(Call call) {
        Optional<Chat> chat = dialogs.chatOrEmpty(call);
        chat.flatMap(dialogs::openSession).ifPresent(session -> {
            String text = call.params().text("NAME", "").equals("WELCOME")
                    ? lines.get(session.lineId()).text("WELCOME_MESSAGE_TEXT")
                    : call.params().text("MESSAGE", "");
            if (!text.isEmpty()) {
                messages.post(chat.get(), Draft.of(speaker(session, chat.get()), text));
            }
        });
        return true;
    }

    /**
     * The page does not say who speaks. Assumed: the bot that holds the dialog; else the one that is in the chat, as a
     * no-answer bot is; else the line.
     */
    private long speaker(Session session, Chat chat) {
        if (session.stage() == Stage.BOT) {
            return session.operator();
        }
        return chat.members().stream()
                .filter(member -> bots.find(member).isPresent())
                .reduce((earlier, later) -> later)
                .orElse(0L);
    }

    private Object operator(Call call) {
        Session session = dialogs.chatOrEmpty(call)
                .flatMap(dialogs::openSession)
                .filter(open -> open.stage() == Stage.BOT)
                .orElseThrow(() -> RestError.of("WRONG_CHAT", "Operator is not a bot"));
        moves.routing.queue(session);
        return true;
    }

    private Object transfer(Call call) {
        Optional<Chat> chat = dialogs.chatOrEmpty(call);
        Transfers.Target target = Transfers.target(call.params());
        requireBot(call);
        moves.transfers.bring(chat, target, !call.params().flag("LEAVE", false));
        return true;
    }

    private Object finish(Call call) {
        Optional<Chat> chat = dialogs.chatOrEmpty(call);
        Bot bot = requireBot(call);
        chat.flatMap(dialogs::openSession).ifPresent(session -> moves.closing.finishAtOnce(session, bot.id(), false));
        return true;
    }

    /** An application's bot; for a webhook the one whose CLIENT_ID or botToken is given. */
    private Bot requireBot(Call call) {
        String owner = call.caller()
                .app()
                .map(app -> app.clientId())
                .orElse(Bots.CUSTOM + call.params().text("CLIENT_ID", ""));
        return bots.all().stream()
                .filter(bot -> bot.owner().equals(owner))
                .findFirst()
                .orElseThrow(() -> RestError.of("BOT_ID_ERROR", "Bot not found"));
    }
}
