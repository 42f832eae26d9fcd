package openlines.simulator.method;

import jakarta.inject.Singleton;
import java.util.List;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.Page;
import openlines.simulator.rest.RestMethod;
import openlines.simulator.rest.RestMethods;

/** {@code user.*}: the company's employees. */
@Singleton
final class UserMethods implements RestMethods {

    private final Users users;
    private final UserQuery query;

    UserMethods(Users users, UserQuery query) {
        this.users = users;
        this.query = query;
    }

    @Override
    public List<RestMethod> methods() {
        return Group.of("user", "user_brief", "user_basic")
                .add("user.get", call -> list(call, query.get(call)))
                .add("user.search", call -> list(call, query.search(call)))
                .add("user.current", call -> query.json(users.get(call.userId()), call.caller()))
                .methods();
    }

    private Page list(Call call, List<User> found) {
        return Page.of(
                found.stream().map(user -> query.json(user, call.caller())).toList(), call.start());
    }
}
