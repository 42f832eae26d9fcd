package openlines.simulator.channel;

import jakarta.inject.Singleton;
import openlines.simulator.chat.ChatFact.MessageAdded;
import openlines.simulator.chat.Message;
import openlines.simulator.chat.Messages;
import openlines.simulator.engine.Fact;
import openlines.simulator.engine.FactListener;
import openlines.simulator.line.Session;
import openlines.simulator.line.Sessions;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;

/** Marks what colleagues say in a session's silent mode, so that no customer ever sees it, even later (assumed). */
@Singleton
final class SilentTalk implements FactListener {

    private final Sessions sessions;
    private final Users users;
    private final Messages messages;

    SilentTalk(Sessions sessions, Users users, Messages messages) {
        this.sessions = sessions;
        this.users = users;
        this.messages = messages;
    }

    @Override
    public void hear(Fact fact) {
        if (fact instanceof MessageAdded added
                && added.chat().lines()
                && !added.message().system()
                && fromInside(added.message())
                && sessions.openOf(added.chat().id()).filter(Session::silent).isPresent()) {
            messages.annotate(added.message(), "SKIP_CONNECTOR", "Y");
        }
    }

    private boolean fromInside(Message message) {
        return users.find(message.authorId()).filter(User::customer).isEmpty();
    }
}
