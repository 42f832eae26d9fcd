package openlines.simulator.line;

import jakarta.inject.Singleton;
import openlines.simulator.chat.ChatFact.MessageAdded;
import openlines.simulator.chat.Message;
import openlines.simulator.engine.Fact;
import openlines.simulator.engine.FactListener;
import openlines.simulator.line.Session.Stage;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;

/** Notices who speaks in a line's chats: what that answers, and which timers begin anew. */
@Singleton
final class Talk implements FactListener {

    private final Floor floor;
    private final Routing routing;
    private final Timers timers;
    private final Users users;
    private final CrmTracker crm;

    Talk(Floor floor, Routing routing, Timers timers, Users users, CrmTracker crm) {
        this.floor = floor;
        this.routing = routing;
        this.timers = timers;
        this.users = users;
        this.crm = crm;
    }

    @Override
    public void hear(Fact fact) {
        if (fact instanceof MessageAdded added
                && added.chat().lines()
                && !added.message().system()) {
            floor.sessions().openOf(added.chat().id()).ifPresent(session -> heard(session, added.message()));
        }
    }

    private void heard(Session session, Message message) {
        User author = users.get(message.authorId());
        Line line = floor.lineOf(session);
        if (author.customer()) {
            session.customerSpoke();
            crm.read(session, line, message);
            if (session.stage() == Stage.ANSWERED && !timers.runs(Timers.KPI_FURTHER, session)) {
                line.seconds("KPI_FURTHER_ANSWER_TIME")
                        .ifPresent(delay -> timers.set(Timers.KPI_FURTHER, session, delay));
            }
        } else {
            session.wasAnswered();
            if (author.employee()) {
                employeeSpoke(session, author);
            }
        }
        if (session.stage() != Stage.QUEUE) {
            line.seconds("AUTO_CLOSE_TIME").ifPresent(delay -> timers.set(Timers.AUTO_CLOSE, session, delay));
        }
    }

    /** An employee who is asked and just writes has answered (assumed). */
    private void employeeSpoke(Session session, User author) {
        timers.cancel(session, Timers.KPI_FIRST, Timers.KPI_FURTHER);
        boolean asked = session.operator() == author.id() || session.offeredToAll();
        if (session.stage() == Stage.QUEUE && asked) {
            routing.answer(session, author.id());
        }
    }
}
