package openlines.simulator.desk;

import jakarta.inject.Singleton;
import java.util.List;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Message;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.engine.SettableClock;
import openlines.simulator.line.Customers.Customer;
import openlines.simulator.portal.User;

/** The portal at one look, with the place in the stream of facts from which to go on. */
@Singleton
final class State {

    private static final List<String> CHANNELS = List.of("livechat", "telegrambot", "whatsappbytwilio");

    private final Portal portal;
    private final DialogView dialogs;
    private final People people;
    private final SettableClock clock;
    private final FactLog log;
    private final Companion companion;

    State(Portal portal, DialogView dialogs, People people, SettableClock clock, FactLog log, Companion companion) {
        this.portal = portal;
        this.dialogs = dialogs;
        this.people = people;
        this.clock = clock;
        this.log = log;
        this.companion = companion;
    }

    JsonMap whole() {
        List<User> staff =
                portal.users().all().stream().filter(user -> !user.customer()).toList();
        return JsonMap.of("fact", log.place())
                .with("clock", clock(clock))
                .with(
                        "beside",
                        JsonMap.of("turns", companion.turns().isPresent()).with("bots", companion.bots()))
                .with("users", staff.stream().map(people::user).toList())
                .with("lines", portal.lines().all().stream().map(people::line).toList())
                .with("connectors", connectors())
                .with(
                        "customers",
                        portal.customers().all().stream().map(people::customer).toList())
                .with(
                        "dialogs",
                        portal.chats().all().stream()
                                .flatMap(chat -> dialogs.dialog(chat.id()).stream())
                                .toList());
    }

    /** The channels that every portal has, and those of which there are customers. */
    private List<JsonMap> connectors() {
        var codes = new java.util.LinkedHashSet<>(CHANNELS);
        portal.customers().all().stream().map(Customer::connector).forEach(codes::add);
        return codes.stream().map(code -> JsonMap.of("code", code)).toList();
    }

    JsonMap page(Chat chat, long before, int most) {
        List<Message> all = portal.messages().of(chat).stream()
                .filter(message -> message.id() < before)
                .toList();
        List<Message> page = all.subList(Math.max(0, all.size() - most), all.size());
        return JsonMap.of("dialog", dialogs.dialog(chat.id()).orElse(null))
                .with("messages", page.stream().map(dialogs::message).toList())
                .with("more", all.size() > page.size());
    }

    static JsonMap clock(SettableClock clock) {
        return JsonMap.of("now", clock.instant())
                .with("manual", clock.pace().manual())
                .with("speed", clock.pace().speed());
    }
}
