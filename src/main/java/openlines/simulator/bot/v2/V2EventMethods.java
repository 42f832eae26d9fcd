package openlines.simulator.bot.v2;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import openlines.simulator.bot.Bot;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.method.Group;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.RestMethod;
import openlines.simulator.rest.RestMethods;

/** Fetching events: a bot's own, and those of a user who subscribed. */
@Singleton
final class V2EventMethods implements RestMethods {

    private static final int MOST = 1000;
    private static final int USUAL = 100;

    private final V2Access access;
    private final EventQueues queues;
    private final UserEvents userEvents;
    private final Revision revision;

    V2EventMethods(V2Access access, EventQueues queues, UserEvents userEvents, Revision revision) {
        this.access = access;
        this.queues = queues;
        this.userEvents = userEvents;
        this.revision = revision;
    }

    @Override
    public List<RestMethod> methods() {
        return Group.of("imbot")
                .add("imbot.v2.Event.get", this::botEvents)
                .and(Group.of("im")
                        .add("im.v2.Event.subscribe", call -> userEvents.subscribe(call.userId()))
                        .add("im.v2.Event.unsubscribe", call -> userEvents.unsubscribe(call.userId()))
                        .add("im.v2.Event.get", call -> get(call, List.of(EventQueues.of(call.userId()))))
                        .and(revision()));
    }

    /** Needs no bot, no token and, as any user may call it, no scope but that of bots. */
    private List<RestMethod> revision() {
        return Group.of("imbot")
                .add("imbot.v2.Revision.get", _ -> revision.json())
                .methods();
    }

    private Object botEvents(Call call) {
        Optional<String> retired = access.gone(call)
                .flatMap(owner -> queues.ofRetired(call.params().id("botId"), owner));
        if (retired.isPresent()) {
            return get(call, List.of(retired.get()));
        }
        Bot bot = access.bot(call);
        if (!call.params().flag("withUserEvents", false)) {
            return get(call, List.of(EventQueues.of(bot)));
        }
        if (!call.caller().scope().contains("im")) {
            throw RestError.forbidden("SCOPE_ERROR", "Scope error");
        }
        if (!userEvents.subscribed(call.userId())) {
            throw RestError.of("USER_NOT_SUBSCRIBED", "User not subscribed");
        }
        return get(call, List.of(EventQueues.of(bot), EventQueues.of(call.userId())));
    }

    /** At least once: what no offset confirmed comes again. */
    private Object get(Call call, List<String> from) {
        call.params().number("offset").ifPresent(offset -> from.forEach(queue -> queues.confirm(queue, offset)));
        int limit = Math.clamp(call.params().number("limit").orElse((long) USUAL), 1, MOST);
        List<EventQueues.Item> waiting = from.stream()
                .flatMap(queue -> queues.waiting(queue).stream())
                .sorted(Comparator.comparingLong(EventQueues.Item::eventId))
                .toList();
        List<EventQueues.Item> given = waiting.stream().limit(limit).toList();
        Optional<EventQueues.Item> last = given.isEmpty() ? Optional.empty() : Optional.of(given.getLast());
        long next =
                from.stream().mapToLong(queue -> queues.next(queue, last)).max().orElse(0);
        JsonMap answer = JsonMap.of(
                        "events", given.stream().map(EventQueues.Item::json).toList())
                .with("nextOffset", next)
                .with("hasMore", waiting.size() > given.size());
        // the older form: the last id, which the next offset has to be one above
        return revision.since(33) ? answer : answer.with("lastEventId", Math.max(0, next - 1));
    }
}
