package openlines.simulator.method;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import openlines.simulator.engine.Dates;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.portal.Departments;
import openlines.simulator.portal.User;
import openlines.simulator.portal.User.Presence;
import openlines.simulator.portal.Users;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.Caller;
import openlines.simulator.rest.Filter;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.Value;

/** Finds employees as {@code user.get} and {@code user.search} do: never bots, never customers. */
@Singleton
final class UserQuery {

    private static final Set<String> NO_FILTER =
            Set.of("sort", "order", "filter", "admin_mode", "select", "image_resize", "start", "auth");
    /** What the scope user_brief leaves out, besides what only user shows (assumed: the page names groups, not fields). */
    private static final Set<String> CONTACTS = Set.of("EMAIL", "PERSONAL_MOBILE", "WORK_PHONE", "PERSONAL_WWW");

    private final Users users;
    private final Departments departments;

    UserQuery(Users users, Departments departments) {
        this.users = users;
        this.departments = departments;
    }

    List<User> get(Call call) {
        JsonMap filter = filter(call.params());
        Object name = filter.remove("NAME_SEARCH");
        List<User> found = new ArrayList<>(users.all().stream()
                .filter(User::employee)
                .filter(user -> Filter.matches(filter, fields(user)))
                .filter(user -> name == null || named(user, Value.text(name).orElse("")))
                .toList());
        found.sort(order(call.params()));
        return found;
    }

    List<User> search(Call call) {
        JsonMap filter = filter(call.params());
        String find = Value.text(filter.remove("FIND")).orElse("");
        String inDepartment = Value.text(filter.remove("UF_DEPARTMENT_NAME")).orElse("");
        List<User> found = new ArrayList<>(users.all().stream()
                .filter(User::employee)
                .filter(user -> find.isEmpty() || (filter.isEmpty() && anywhere(user, find)))
                .filter(user -> inDepartment.isEmpty() || begins(departmentNames(user), inDepartment))
                .filter(user -> filter.entrySet().stream()
                        .allMatch(wanted -> begins(
                                Value.text(fields(user).get(wanted.getKey())).orElse(""),
                                Value.text(wanted.getValue()).orElse(""))))
                .toList());
        found.sort(order(call.params()));
        return found;
    }

    /** Fields at the top, under FILTER, or under filter: the samples show all three. */
    private static JsonMap filter(Parameters params) {
        JsonMap filter = params.tree("FILTER").all();
        for (Map.Entry<String, ?> field : params.all().entrySet()) {
            if (!NO_FILTER.contains(field.getKey().toLowerCase(Locale.ROOT))) {
                filter.put(field.getKey(), field.getValue());
            }
        }
        return filter;
    }

    private Comparator<User> order(Parameters params) {
        String sort = params.text("sort", "ID").toUpperCase(Locale.ROOT);
        Comparator<User> order = sort.equals("ID")
                ? Comparator.comparingLong(User::id)
                : Comparator.comparing((User user) ->
                                Value.text(fields(user).get(sort)).orElse(""))
                        .thenComparingLong(User::id);
        return params.text("order", "ASC").equalsIgnoreCase("DESC") ? order.reversed() : order;
    }

    private static boolean named(User user, String name) {
        return begins(user.firstName(), name) || begins(user.lastName(), name) || begins(user.name(), name);
    }

    private boolean anywhere(User user, String text) {
        return named(user, text) || begins(user.workPosition(), text) || begins(departmentNames(user), text);
    }

    private static boolean begins(String value, String text) {
        return value.toLowerCase(Locale.ROOT).startsWith(text.toLowerCase(Locale.ROOT));
    }

    private String departmentNames(User user) {
        return String.join(
                ",",
                user.departments().stream()
                        .flatMap(id -> departments.find(id).stream())
                        .map(Departments.Department::name)
                        .toList());
    }

    JsonMap json(User user, Caller caller) {
        JsonMap fields = fields(user);
        if (!caller.scope().contains("user")) {
            CONTACTS.forEach(fields::remove);
        }
        return fields;
    }

    private static JsonMap fields(User user) {
        return JsonMap.of("ID", Long.toString(user.id()))
                .with("ACTIVE", user.active())
                .with("NAME", user.firstName())
                .with("LAST_NAME", user.lastName())
                .with("SECOND_NAME", "")
                .with("EMAIL", user.email())
                .with("LAST_LOGIN", Dates.atom(user.lastActivity()))
                .with("DATE_REGISTER", Dates.atom(user.registered()))
                .with("TIME_ZONE", "")
                .with("IS_ONLINE", user.presence() == Presence.ONLINE ? "Y" : "N")
                // empty objects in the samples
                .with("TIMESTAMP_X", Map.of())
                .with("LAST_ACTIVITY_DATE", Map.of())
                .with("PERSONAL_GENDER", user.gender())
                .with("PERSONAL_WWW", "")
                .with("PERSONAL_BIRTHDAY", "")
                .with("PERSONAL_MOBILE", user.phone())
                .with("PERSONAL_CITY", "")
                .with("WORK_PHONE", user.phone())
                .with("WORK_POSITION", user.workPosition())
                .with("UF_EMPLOYMENT_DATE", "")
                .with("UF_DEPARTMENT", user.departments())
                .with("USER_TYPE", "employee");
    }
}
