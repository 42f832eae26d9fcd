package openlines.simulator.line;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import openlines.simulator.line.Session.Stage;
import openlines.simulator.portal.User;
import openlines.simulator.portal.User.Presence;

/** Which operators of a line can take one more dialog now. */
@Singleton
public final class Staff {

    private final Lines lines;
    private final Sessions sessions;

    Staff(Lines lines, Sessions sessions) {
        this.lines = lines;
        this.sessions = sessions;
    }

    /** In the order of the queue. */
    List<User> free(Line line) {
        return lines.operators(line).stream()
                .filter(operator -> present(line, operator) && hasRoom(line, operator.id()))
                .toList();
    }

    private static boolean present(Line line, User operator) {
        return !line.flag("CHECK_AVAILABLE") || operator.presence() == Presence.ONLINE;
    }

    private boolean hasRoom(Line line, long operator) {
        long most = line.number("MAX_CHAT");
        return most <= 0 || load(line, operator) < most;
    }

    /**
     * The operator's dialogs in this line as TYPE_MAX_CHAT counts them: those answered; with those only offered; or
     * (assumed, for the page says just "closed ones") everything until it is closed for good.
     */
    long load(Line line, long operator) {
        String type = line.text("TYPE_MAX_CHAT");
        return sessions.unclosed().stream()
                .filter(session -> session.operator() == operator && session.lineId() == line.id())
                .filter(session -> switch (session.stage()) {
                    case ANSWERED -> true;
                    case QUEUE -> !type.equals("answered");
                    case CLOSING -> type.equals("closed");
                    case BOT, CLOSED -> false;
                })
                .count();
    }

    /** All open dialogs of a line by who has them, offered ones too. */
    Map<Long, Long> busy(Line line) {
        return sessions.unclosed().stream()
                .filter(session -> session.lineId() == line.id())
                .filter(session -> session.stage() == Stage.ANSWERED || session.stage() == Stage.QUEUE)
                .collect(Collectors.groupingBy(Session::operator, Collectors.counting()));
    }
}
