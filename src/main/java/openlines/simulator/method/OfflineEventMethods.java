package openlines.simulator.method;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import openlines.simulator.engine.Dates;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.event.OfflineQueue;
import openlines.simulator.event.OfflineQueue.Waiting;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.Filter;
import openlines.simulator.rest.Page;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.RestMethod;
import openlines.simulator.rest.RestMethods;
import openlines.simulator.rest.Value;

/** {@code event.offline.*}: the queue of events that an application fetches. */
@Singleton
final class OfflineEventMethods implements RestMethods {

    private final OfflineQueue queue;
    private final Users users;

    OfflineEventMethods(OfflineQueue queue, Users users) {
        this.queue = queue;
        this.users = users;
    }

    @Override
    public List<RestMethod> methods() {
        return Group.of()
                .addForApps("event.offline.get", this::get)
                .addForApps("event.offline.list", this::list)
                .addForApps("event.offline.clear", this::clear)
                .addForApps("event.offline.error", this::error)
                .methods();
    }

    private Object get(Call call) {
        requireAdmin(call);
        Parameters params = call.params();
        String again = params.text("process_id", "");
        boolean failed = params.flag("error", false);
        boolean clear = params.flag("clear", true);
        long limit = Math.max(0, params.number("limit").orElse(50L));
        List<Waiting> found =
                find(call, waiting -> waiting.process().equals(again) && waiting.failed() == failed).stream()
                        .limit(limit)
                        .toList();
        String process = clear ? "" : again.isEmpty() ? queue.newProcess() : again;
        found.forEach(waiting -> {
            if (clear) {
                queue.remove(waiting);
            } else {
                queue.put(waiting.reserved(process));
            }
        });
        return JsonMap.of("process_id", clear ? null : process)
                .with("events", found.stream().map(OfflineEventMethods::json).toList());
    }

    private Object list(Call call) {
        requireAdmin(call);
        List<JsonMap> found = find(call, _ -> true).stream()
                .map(waiting ->
                        json(waiting).with("PROCESS_ID", waiting.process()).with("ERROR", waiting.failed() ? "1" : "0"))
                .toList();
        return Page.of(found, call.start());
    }

    private Object clear(Call call) {
        requireAdmin(call);
        reserved(call).stream()
                .filter(waiting -> call.params().has("id")
                        ? holds(call, "id", waiting.id())
                        : !call.params().has("message_id") || holds(call, "message_id", waiting.id()))
                .forEach(queue::remove);
        return true;
    }

    private Object error(Call call) {
        requireAdmin(call);
        reserved(call).stream()
                .filter(waiting -> !call.params().has("message_id") || holds(call, "message_id", waiting.id()))
                .forEach(waiting -> queue.put(waiting.failedToo().reserved("")));
        return true;
    }

    private List<Waiting> reserved(Call call) {
        String process = call.params().text("process_id", "");
        return process.isEmpty()
                ? List.of()
                : find(call, waiting -> waiting.process().equals(process));
    }

    private static boolean holds(Call call, String name, long id) {
        return call.params().list(name).stream()
                .anyMatch(one -> Value.number(one).filter(given -> given == id).isPresent());
    }

    private List<Waiting> find(Call call, Predicate<Waiting> wanted) {
        JsonMap filter = call.params().tree("filter").all();
        List<Waiting> found = new ArrayList<>(
                queue.of(EventMethods.app(call).clientId(), call.params().text("auth_connector", "")).stream()
                        .filter(wanted)
                        .filter(waiting -> Filter.matches(
                                filter,
                                json(waiting)
                                        .with("PROCESS_ID", waiting.process())
                                        .with("ERROR", waiting.failed() ? "1" : "0")))
                        .toList());
        boolean descending = call.params().tree("order").all().entrySet().stream()
                .map(Map.Entry::getValue)
                .map(direction -> Value.text(direction).orElse(""))
                .anyMatch(direction -> direction.toUpperCase(Locale.ROOT).equals("DESC"));
        if (descending) {
            Collections.reverse(found);
        }
        return found;
    }

    private static JsonMap json(Waiting waiting) {
        return JsonMap.of("ID", Long.toString(waiting.id()))
                .with("TIMESTAMP_X", Dates.atom(waiting.at()))
                .with("EVENT_NAME", waiting.event())
                // false in the figures
                .with("EVENT_DATA", false)
                .with("EVENT_ADDITIONAL", false)
                .with("MESSAGE_ID", Long.toString(waiting.id()));
    }

    private void requireAdmin(Call call) {
        if (users.find(call.userId()).filter(User::admin).isEmpty()) {
            throw RestError.forbidden("ACCESS_DENIED", "Access denied!");
        }
    }
}
