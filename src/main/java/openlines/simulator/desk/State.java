package openlines.simulator.desk;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import openlines.simulator.channel.Channel;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Message;
import openlines.simulator.connector.Connectors;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.engine.SettableClock;
import openlines.simulator.portal.User;

/** The portal at one look, with the place in the stream of facts from which to go on. */
@Singleton
final class State {

    private final Portal portal;
    private final DialogView dialogs;
    private final People people;
    private final SettableClock clock;
    private final FactLog log;
    private final Beside beside;

    State(Portal portal, DialogView dialogs, People people, SettableClock clock, FactLog log, Beside beside) {
        this.portal = portal;
        this.dialogs = dialogs;
        this.people = people;
        this.clock = clock;
        this.log = log;
        this.beside = beside;
    }

    /** What is there beside the line itself. */
    @Singleton
    record Beside(Companion companion, Connectors connectors) {}

    JsonMap whole() {
        List<User> staff =
                portal.users().all().stream().filter(user -> !user.customer()).toList();
        return JsonMap.of("fact", log.place())
                .with("clock", clock(clock))
                .with(
                        "beside",
                        JsonMap.of("turns", beside.companion.turns().isPresent())
                                .with("bots", beside.companion.bots())
                                .with("teaches", beside.companion.school().isPresent())
                                .with("troubles", beside.companion.troubles()))
                .with("departments", people.departments())
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

    /** The channels that every portal has, and those that applications brought. */
    private List<JsonMap> connectors() {
        Stream<JsonMap> builtIn = Arrays.stream(Channel.values())
                .map(channel -> JsonMap.of("code", channel.code())
                        .with("name", channel.title())
                        .with("buttons", channel.buttons())
                        .with("plain", channel.markup() == Channel.Markup.PLAIN)
                        .with("widget", channel.widget()));
        // only text is sure to come through a channel that an application brought
        Stream<JsonMap> brought = beside.connectors.all().stream()
                .map(connector -> JsonMap.of("code", connector.code()).with("name", connector.name()));
        return Stream.concat(builtIn, brought).toList();
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
