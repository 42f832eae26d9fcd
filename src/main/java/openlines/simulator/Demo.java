package openlines.simulator;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.line.Line;
import openlines.simulator.line.Line.Place;
import openlines.simulator.line.Lines;
import openlines.simulator.line.Network;
import openlines.simulator.portal.Address;
import openlines.simulator.portal.Departments;
import openlines.simulator.portal.User;
import openlines.simulator.portal.User.Kind;
import openlines.simulator.portal.Users;
import openlines.simulator.portal.Webhooks;

/** The small company that a fresh portal shows: eight employees in two departments, one line, one webhook. */
@Singleton
public final class Demo {

    private static final Set<String> SCOPES =
            Set.of("imopenlines", "imconnector", "imbot", "im", "user", "crm", "placement", "disk", "department");

    private final Settings settings;
    private final Users users;
    private final Departments departments;
    private final Lines lines;
    private final Webhooks webhooks;
    private final Address address;
    private final Network network;

    Demo(Settings settings, Company company, Lines lines, Webhooks webhooks, Address address, Network network) {
        this.settings = settings;
        this.users = company.users();
        this.departments = company.departments();
        this.lines = lines;
        this.webhooks = webhooks;
        this.address = address;
        this.network = network;
    }

    /** Who works here, and where. */
    @Singleton
    record Company(Users users, Departments departments) {}

    /** Fills the empty portal; answers where its webhook is. */
    public JsonMap seed() {
        long company = departments.add("Company", 0).id();
        User director = employee("Maria", "Weber", "F", "Director", company).administering();
        departments.head(company, director.id());
        if (!settings.empty()) {
            company();
        }
        Webhooks.Webhook webhook = webhooks.add(director.id(), SCOPES);
        return JsonMap.of("webhook", address.clientEndpoint() + webhook.userId() + "/" + webhook.code() + "/");
    }

    private void company() {
        long sales = departments.add("Sales", 1).id();
        User anna = employee("Anna", "Fischer", "F", "Head of sales", sales);
        User paul = employee("Paul", "Berger", "M", "Sales", sales);
        User olga = employee("Olga", "Sokolova", "F", "Sales", sales);
        departments.head(sales, anna.id());
        long support = departments.add("Support", 1).id();
        User james = employee("James", "Miller", "M", "Head of support", support);
        departments.head(support, james.id());
        employee("Lena", "Koch", "F", "Support", support);
        employee("Ivan", "Petrov", "M", "Support", support);
        employee("Sara", "Lind", "F", "Support", support);
        Line line = lines.add();
        line.set("LINE_NAME", "Shop");
        line.set("ACTIVE", "Y");
        // one click less on the desk
        line.set("CONFIRM_CLOSE", "N");
        line.queue(Stream.of(anna, paul, olga)
                .map(user -> new Place(false, user.id()))
                .toList());
        line.modifiedBy(1);
        network.publish("ab515f5d85a8b844d484f6ea75a2e494", "Bitrix24 support", true);
    }

    private User employee(String first, String last, String gender, String position, long department) {
        String email = (first + "." + last + "@example.com").toLowerCase(Locale.ROOT);
        return users.add(Kind.EMPLOYEE, first, last)
                .working(position, List.of(department))
                .reachable(email, "")
                .looking(gender, "");
    }
}
