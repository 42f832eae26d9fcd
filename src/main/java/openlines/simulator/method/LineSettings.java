package openlines.simulator.method;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.line.Line;
import openlines.simulator.line.Line.Place;
import openlines.simulator.line.LineFields;
import openlines.simulator.line.Lines;
import openlines.simulator.portal.User;
import openlines.simulator.portal.User.Presence;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.Value;
import org.jspecify.annotations.Nullable;

/** A line's settings as the portal takes and gives them: every plain value a text, empty structures as lists. */
@Singleton
public final class LineSettings {

    private static final List<String> ALERTED = List.of("KPI_FIRST_ANSWER_LIST", "KPI_FURTHER_ANSWER_LIST");

    private final Lines lines;

    LineSettings(Lines lines) {
        this.lines = lines;
    }

    public void write(Line line, Parameters given, long by) {
        LineFields.all().keySet().stream().filter(given::has).forEach(field -> line.set(field, given.raw(field)));
        if (line.name().isEmpty()) {
            line.set("LINE_NAME", "Open Channel " + line.id());
        }
        if (given.has("QUEUE")) {
            line.queue(places(given.raw("QUEUE")));
        }
        if (given.has("WORKTIME_DAYOFF")) {
            line.daysOff(texts(given.raw("WORKTIME_DAYOFF")));
        }
        if (given.has("WORKTIME_HOLIDAYS")) {
            line.holidays(texts(given.raw("WORKTIME_HOLIDAYS")));
        }
        if (given.has("DEFAULT_OPERATOR_DATA")) {
            line.operatorCard(Value.map(given.raw("DEFAULT_OPERATOR_DATA")));
        }
        ALERTED.stream().filter(given::has).forEach(field -> line.alerted(field, ids(given.raw(field))));
        line.modifiedBy(by);
    }

    /** Goes in as a list or a comma list; an empty one comes out as {@code [""]}. */
    private static List<String> texts(@Nullable Object value) {
        List<String> texts = Value.text(value)
                .map(text -> Arrays.asList(text.split(",", -1)))
                .orElseGet(() -> Value.list(value).stream()
                        .map(item -> Value.text(item).orElse(""))
                        .toList());
        return texts.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
    }

    private static List<Long> ids(@Nullable Object value) {
        return Value.list(value).stream()
                .flatMap(item -> Value.number(item).stream())
                .toList();
    }

    /** {@code [{ENTITY_TYPE, ENTITY_ID}]}, or {@code {U: [ids]}} as an earlier revision took it. */
    private static List<Place> places(@Nullable Object value) {
        Object users = Value.map(value).get("U");
        if (users != null) {
            return ids(users).stream().map(id -> new Place(false, id)).toList();
        }
        return Value.list(value).stream()
                .map(LineSettings::place)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static Optional<Place> place(@Nullable Object item) {
        JsonMap entity = Value.map(item);
        String type = Value.text(entity.get("ENTITY_TYPE")).orElse("");
        return Value.number(entity.get("ENTITY_ID"))
                .filter(id -> type.equals("user") || type.equals("department"))
                .map(id -> new Place(type.equals("department"), id));
    }

    public JsonMap read(Line line) {
        JsonMap answer = JsonMap.of("ID", Long.toString(line.id()));
        LineFields.all().keySet().forEach(field -> answer.put(field, line.text(field)));
        return answer.with("WORKTIME_HOLIDAYS", orBlank(line.holidays()))
                .with("WORKTIME_DAYOFF", orBlank(line.daysOff()))
                // dates serialise to empty objects (documented)
                .with("DATE_CREATE", Map.of())
                .with("DATE_MODIFY", Map.of())
                .with("MODIFY_USER_ID", Long.toString(line.modifiedBy()))
                .with("XML_ID", null)
                .with("DEFAULT_OPERATOR_DATA", line.operatorCard().isEmpty() ? List.of() : line.operatorCard())
                .with("KPI_FIRST_ANSWER_LIST", line.alerted("KPI_FIRST_ANSWER_LIST"))
                .with("KPI_FURTHER_ANSWER_LIST", line.alerted("KPI_FURTHER_ANSWER_LIST"));
    }

    private static List<String> orBlank(List<String> texts) {
        return texts.isEmpty() ? List.of("") : texts;
    }

    /** What WITH_QUEUE adds: operators by id, and their cards. */
    JsonMap queue(Line line, boolean showOffline) {
        List<User> operators = lines.operators(line).stream()
                .filter(user -> showOffline || user.presence() != Presence.OFFLINE)
                .toList();
        Map<String, JsonMap> full = new LinkedHashMap<>();
        Map<String, JsonMap> cards = new LinkedHashMap<>();
        for (int i = 0; i < operators.size(); i++) {
            User user = operators.get(i);
            JsonMap card = card(user);
            JsonMap record = JsonMap.of("ID", Long.toString(line.id() * 1000 + i))
                    .with("SORT", Integer.toString(i))
                    .with("USER_ID", Long.toString(user.id()))
                    .with("DEPARTMENT_ID", Long.toString(department(line, user)));
            record.putAll(card);
            full.put(Long.toString(user.id()), record);
            cards.put(Long.toString(user.id()), card);
        }
        boolean online = operators.stream().anyMatch(user -> user.presence() == Presence.ONLINE);
        return JsonMap.of("QUEUE", List.copyOf(full.keySet()))
                .with("QUEUE_FULL", full.isEmpty() ? List.of() : full)
                .with("QUEUE_USERS_FIELDS", cards.isEmpty() ? List.of() : cards)
                .with("QUEUE_ONLINE", online ? "Y" : "N");
    }

    private static long department(Line line, User user) {
        return line.queue().stream()
                .filter(place -> place.department() && user.departments().contains(place.id()))
                .map(Place::id)
                .findFirst()
                .orElse(0L);
    }

    static JsonMap card(User user) {
        return JsonMap.of("USER_NAME", user.name())
                .with("USER_WORK_POSITION", user.workPosition())
                .with("USER_AVATAR", user.avatar())
                .with("USER_AVATAR_ID", "0");
    }
}
