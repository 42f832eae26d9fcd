package openlines.simulator.method;

import jakarta.inject.Singleton;
import java.util.Optional;
import openlines.simulator.chat.Chat;
import openlines.simulator.line.Line;
import openlines.simulator.line.Lines;
import openlines.simulator.line.Opening;
import openlines.simulator.line.Routing;
import openlines.simulator.line.Session;
import openlines.simulator.line.Sessions;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.Value;

/** Reads where a dialog shall go, and brings it there. */
@Singleton
public final class Transfers {

    /** An employee, or the queue of a line; one of the two is 0. */
    public record Target(long userId, long lineId) {}

    private final Users users;
    private final Lines lines;
    private final Sessions sessions;
    private final Routing routing;
    private final Opening opening;

    Transfers(Users users, Lines lines, Sessions sessions, Routing routing, Opening opening) {
        this.users = users;
        this.lines = lines;
        this.sessions = sessions;
        this.routing = routing;
        this.opening = opening;
    }

    /** USER_ID before QUEUE_ID before TRANSFER_ID, as the page of the bot's transfer ranks them. */
    static Target target(Parameters params) {
        if (params.has("USER_ID")) {
            return new Target(required(params.id("USER_ID"), "USER_ID_EMPTY", "User ID can't be empty"), 0);
        }
        if (params.has("QUEUE_ID")) {
            return new Target(0, required(params.id("QUEUE_ID"), "QUEUE_ID_EMPTY", "QUEUE ID can't be empty"));
        }
        String text = params.text("TRANSFER_ID", "");
        boolean queue = text.startsWith("queue");
        long id = Value.number(queue ? text.substring(5) : text)
                .filter(value -> value > 0)
                .orElse(0L);
        required(id, "TRANSFER_ID_EMPTY", "Queue ID or User ID can't be empty");
        return queue ? new Target(0, id) : new Target(id, 0);
    }

    /** An employee gives the dialog to somebody; to a bot, too (assumed: the pages speak of operators only). */
    void give(Optional<Chat> chat, Target target) {
        Optional<User> bot = users.find(target.userId()).filter(User::bot);
        if (bot.isEmpty()) {
            bring(chat, target, false);
            return;
        }
        Session session = chat.flatMap(there -> sessions.openOf(there.id())).orElseThrow(Transfers::wrong);
        if (session.heldBy(bot.get().id())) {
            throw wrong();
        }
        opening.giveTo(session, bot.get().id());
    }

    /** Refuses an employee who can't take it and a line that is not there. */
    void bring(Optional<Chat> chat, Target target, boolean keepBots) {
        Session session = chat.flatMap(there -> sessions.openOf(there.id())).orElseThrow(Transfers::wrong);
        if (target.userId() > 0) {
            User user = users.activeEmployee(target.userId()).orElseThrow(Transfers::wrong);
            if (session.heldBy(user.id())) {
                throw wrong();
            }
            routing.offerTo(session, user.id(), keepBots);
        } else {
            Line line = lines.find(target.lineId()).orElseThrow(Transfers::wrong);
            routing.moveToLine(session, line, keepBots);
        }
    }

    private static RestError wrong() {
        return RestError.of("OPERATOR_WRONG", "You cannot redirect to this operator");
    }

    private static long required(long id, String code, String description) {
        if (id <= 0) {
            throw RestError.of(code, description);
        }
        return id;
    }
}
