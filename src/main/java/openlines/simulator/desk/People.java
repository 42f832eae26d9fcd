package openlines.simulator.desk;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import openlines.simulator.chat.Chat;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.line.Customers.Customer;
import openlines.simulator.line.Line;
import openlines.simulator.line.Line.Place;
import openlines.simulator.portal.Departments;
import openlines.simulator.portal.Departments.Department;
import openlines.simulator.portal.User;

/** Users, customers and lines in the page's words. */
@Singleton
final class People {

    private final Portal portal;

    private final Departments departments;

    People(Portal portal, Departments departments) {
        this.portal = portal;
        this.departments = departments;
    }

    JsonMap user(User user) {
        return JsonMap.of("id", user.id())
                .with("name", user.name())
                .with("kind", user.kind().name().toLowerCase(Locale.ROOT))
                .with("position", user.workPosition())
                .with("departments", user.departments())
                .with("active", user.active())
                .with("presence", user.presence().name().toLowerCase(Locale.ROOT))
                .with("color", user.color());
    }

    List<JsonMap> departments() {
        return departments.all().stream().map(People::department).toList();
    }

    static JsonMap department(Department department) {
        return JsonMap.of("id", department.id())
                .with("name", department.name())
                .with("parent", department.parent())
                .with("head", department.head());
    }

    JsonMap customer(Customer customer) {
        return JsonMap.of("id", customer.id())
                .with("name", portal.users().get(customer.id()).name())
                .with("connector", customer.connector())
                .with("lineId", customer.lineId())
                .with("userCode", customer.code())
                .with(
                        "chatId",
                        portal.chats()
                                .find("LINES", customer.code())
                                .map(Chat::id)
                                .orElse(null));
    }

    JsonMap line(Line line) {
        return JsonMap.of("id", line.id())
                .with("name", line.name())
                .with("active", line.active())
                .with("confirmClose", line.flag("CONFIRM_CLOSE"))
                .with("welcomeBot", line.flag("WELCOME_BOT_ENABLE") ? line.number("WELCOME_BOT_ID") : 0)
                .with("places", line.queue().stream().map(People::place).toList())
                .with(
                        "queue",
                        portal.lines().operators(line).stream().map(User::id).toList());
    }

    /** A person or a department in a queue, as the portal's own methods take it. */
    private static JsonMap place(Place place) {
        return JsonMap.of("ENTITY_TYPE", place.department() ? "department" : "user")
                .with("ENTITY_ID", place.id());
    }
}
