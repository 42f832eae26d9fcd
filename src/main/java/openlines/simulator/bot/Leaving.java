package openlines.simulator.bot;

import jakarta.inject.Singleton;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.ChatFact;
import openlines.simulator.engine.Fact;
import openlines.simulator.engine.FactListener;
import openlines.simulator.line.Routing;
import openlines.simulator.line.Session;
import openlines.simulator.line.Sessions;

/** A bot that leaves a line's chat gives its dialog to the queue (assumed: the pages only know the session methods). */
@Singleton
final class Leaving implements FactListener {

    private final Sessions sessions;
    private final Routing routing;

    Leaving(Sessions sessions, Routing routing) {
        this.sessions = sessions;
        this.routing = routing;
    }

    @Override
    public void hear(Fact fact) {
        if (fact instanceof ChatFact.Left(Chat chat, long userId) && chat.lines()) {
            sessions.openOf(chat.id())
                    .filter(session -> session.stage() == Session.Stage.BOT && session.operator() == userId)
                    .ifPresent(routing::queue);
        }
    }
}
