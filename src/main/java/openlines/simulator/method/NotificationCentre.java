package openlines.simulator.method;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import openlines.simulator.engine.Dates;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.portal.Notifications;
import openlines.simulator.portal.Notifications.Notification;
import openlines.simulator.portal.Users;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.Value;

/** An employee's notifications, newest first, and a search in them. */
@Singleton
final class NotificationCentre {

    /** The chat in which a portal keeps a user's notifications; none of its messages stand here. */
    private static final long CHAT = 77;

    private static final List<String> FILTERS = List.of(
            "SEARCH_TYPE",
            "SEARCH_TYPES",
            "SEARCH_DATE",
            "SEARCH_DATE_FROM",
            "SEARCH_DATE_TO",
            "SEARCH_AUTHORS",
            "GROUP_TAG");

    private final Notifications notifications;
    private final Users users;
    private final ImObjects objects;

    NotificationCentre(Notifications notifications, Users users, ImObjects objects) {
        this.notifications = notifications;
        this.users = users;
        this.objects = objects;
    }

    Object get(Call call) {
        Parameters params = call.params();
        if (params.blank("LAST_ID") != params.blank("LAST_TYPE")) {
            throw RestError.of("LAST_ID_AND_LAST_TYPE", "Parameters LAST_ID and LAST_TYPE should be used together");
        }
        long last = lastId(params);
        List<Notification> all = notifications.of(call.userId());
        List<Notification> found = all.stream()
                .filter(one -> last < 0 || one.id() < last)
                .limit(limit(params))
                .toList();
        return JsonMap.of("total_count", all.size())
                .with(
                        "total_unread_count",
                        all.stream().filter(one -> !one.read()).count())
                .with("chat_id", CHAT)
                .with(
                        "notifications",
                        found.stream().map(NotificationCentre::json).toList())
                .with("users", authors(found));
    }

    Object search(Call call) {
        Parameters params = call.params();
        String text = params.text("SEARCH_TEXT", "");
        if (FILTERS.stream().allMatch(params::blank) && text.length() < 3) {
            throw RestError.of("SEARCH_TEXT_ERROR", "SEARCH_TEXT can't be less than 3 symbols");
        }
        long last = lastId(params);
        List<Notification> all = notifications.of(call.userId()).stream()
                .filter(one -> matches(one, params, text))
                .toList();
        List<Notification> found = all.stream()
                .filter(one -> last < 0 || one.id() < last)
                .limit(limit(params))
                .toList();
        JsonMap answer = JsonMap.of("chat_id", CHAT);
        if (last < 0) {
            answer.put("total_results", all.size());
        }
        return answer.with(
                        "notifications",
                        found.stream().map(NotificationCentre::json).toList())
                .with("users", authors(found));
    }

    private static boolean matches(Notification one, Parameters params, String text) {
        String type = params.text("SEARCH_TYPE", "");
        List<Long> authors = params.list("SEARCH_AUTHORS").stream()
                .flatMap(id -> Value.number(id).stream())
                .toList();
        String day = params.text("SEARCH_DATE", "");
        String date = Dates.atom(one.date());
        return one.text().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT))
                && (type.isEmpty()
                        || one.setting().equals(type)
                        || one.setting().startsWith(type + "|"))
                && (authors.isEmpty() || authors.contains(one.authorId()))
                && (params.blank("GROUP_TAG") || one.tag().equals(params.text("GROUP_TAG", "")))
                && (day.length() < 10 || date.startsWith(day.substring(0, 10)))
                && date.compareTo(params.text("SEARCH_DATE_FROM", "")) >= 0
                && (params.blank("SEARCH_DATE_TO") || date.compareTo(params.text("SEARCH_DATE_TO", "")) <= 0);
    }

    private static long lastId(Parameters params) {
        if (params.blank("LAST_ID")) {
            return -1;
        }
        return params.number("LAST_ID")
                .orElseThrow(() -> RestError.of("LAST_ID_STRING", "Last notification ID can't be string"));
    }

    private static long limit(Parameters params) {
        return Math.clamp(params.number("LIMIT").orElse(50L), 1, 50);
    }

    private List<JsonMap> authors(List<Notification> of) {
        return of.stream()
                .map(Notification::authorId)
                .distinct()
                .flatMap(id -> users.find(id).stream())
                .map(objects::user)
                .toList();
    }

    private static JsonMap json(Notification one) {
        String[] setting = one.setting().split("\\|", 2);
        return JsonMap.of("id", one.id())
                .with("chat_id", CHAT)
                .with("author_id", one.authorId())
                .with("date", Dates.atom(one.date()))
                // 2 in the figure, for a personal one; 4 for the system's is assumed
                .with("notify_type", one.authorId() == 0 ? 4 : 2)
                .with("notify_module", setting[0])
                .with("notify_event", setting.length > 1 ? setting[1] : "")
                .with("notify_tag", one.tag())
                .with("notify_sub_tag", one.subTag())
                .with("notify_title", "")
                .with("setting_name", one.setting())
                .with("text", one.text())
                .with("notify_read", one.read() ? "Y" : "N")
                .with("params", null);
    }
}
