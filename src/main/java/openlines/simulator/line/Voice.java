package openlines.simulator.line;

import jakarta.inject.Singleton;
import openlines.simulator.chat.Chats;
import openlines.simulator.chat.Draft;
import openlines.simulator.chat.Messages;
import openlines.simulator.portal.Address;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;

/** How a line itself acts in a chat: it says its texts and brings its bots. */
@Singleton
public final class Voice {

    private final Chats chats;
    private final Messages messages;
    private final Users users;
    private final Address address;

    Voice(Chats chats, Messages messages, Users users, Address address) {
        this.chats = chats;
        this.messages = messages;
        this.users = users;
        this.address = address;
    }

    /** A system message; nothing where the line's text is empty. */
    void say(Session session, String text) {
        if (!text.isEmpty()) {
            messages.post(chats.get(session.chatId()), Draft.system(text));
        }
    }

    /** A system message for the operators alone. */
    void tellOperators(Session session, String text, Object attach) {
        Draft draft = Draft.system(text).with("ATTACH", attach).with("SKIP_CONNECTOR", "Y");
        messages.post(chats.get(session.chatId()), draft);
    }

    /** A CRM form: a message with its address and its id, and nothing where there is no form (assumed). */
    void form(Session session, long form) {
        if (form > 0) {
            Draft draft = Draft.system("Please fill in the form: " + address.url() + "/crm/form/" + form + "/");
            messages.post(chats.get(session.chatId()), draft.with("CRM_FORM_ID", form));
        }
    }

    /** Text, form and bot of one of the line's rules; that the ids work without rule values of their own is assumed. */
    void rule(Session session, Line line, String prefix) {
        if (line.text(prefix + "_RULE").equals("text")) {
            say(session, line.text(prefix + "_TEXT"));
        }
        form(session, line.number(prefix + "_FORM_ID"));
        bring(session, line.number(prefix + "_BOT_ID"));
    }

    /** True where the id is that of a bot, which is then in the chat. */
    boolean bring(Session session, long bot) {
        boolean exists = isBot(bot);
        if (exists) {
            chats.join(chats.get(session.chatId()), bot, session.customerId());
        }
        return exists;
    }

    boolean isBot(long id) {
        return users.find(id).filter(User::bot).isPresent();
    }

    /** The chat's owner is who holds its session; nobody is while it waits in the queue. */
    void own(Session session, long user) {
        chats.get(session.chatId()).own(user);
    }

    void removeBots(Session session) {
        var chat = chats.get(session.chatId());
        chat.members().stream()
                .flatMap(member -> users.find(member).stream())
                .filter(User::bot)
                .toList()
                .forEach(bot -> chats.leave(chat, bot.id()));
    }

    void removeEmployees(Session session, long but) {
        var chat = chats.get(session.chatId());
        chat.members().stream()
                .flatMap(member -> users.find(member).stream())
                .filter(user -> user.employee() && user.id() != but)
                .toList()
                .forEach(user -> chats.leave(chat, user.id()));
    }
}
