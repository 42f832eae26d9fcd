package openlines.simulator.method;

import jakarta.inject.Singleton;
import java.util.Optional;
import openlines.simulator.line.Session;
import openlines.simulator.line.Sessions;
import openlines.simulator.portal.Departments;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.Value;

/** What supervisors think of finished sessions. */
@Singleton
final class Supervision {

    private final Sessions sessions;
    private final Users users;
    private final Departments departments;

    Supervision(Sessions sessions, Users users, Departments departments) {
        this.sessions = sessions;
        this.users = users;
        this.departments = departments;
    }

    /** A rating outside 1 to 5 is on no page; it counts as none (assumed). */
    Object vote(Call call) {
        long id = call.params().id("SESSION_ID");
        if (id == 0) {
            throw RestError.of("EMPTY_SESSION_ID", "Session ID can't be empty");
        }
        Optional<Long> rating = Value.number(call.params().raw("RATING")).filter(r -> r >= 1 && r <= 5);
        Optional<String> comment = call.params().text("COMMENT");
        if (rating.isEmpty() && comment.isEmpty()) {
            throw RestError.of(
                    "EMPTY_VOTE_PARAMS", "At least one of the parameters RATING or COMMENT must be specified");
        }
        Session session = sessions.find(id)
                .filter(_ -> mayVote(call.userId()))
                .orElseThrow(() -> DialogRefusals.noAccess(call.method()));
        session.judge(rating.orElse(0L).intValue(), comment.orElse(null));
        return true;
    }

    /** The rights of a line's settings stand for: administrators and heads of departments (assumed). */
    boolean mayVote(long user) {
        return users.find(user).filter(User::admin).isPresent()
                || departments.all().stream().anyMatch(department -> department.head() == user);
    }
}
