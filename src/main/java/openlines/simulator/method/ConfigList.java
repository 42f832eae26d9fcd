package openlines.simulator.method;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.line.Line;
import openlines.simulator.line.Lines;
import openlines.simulator.portal.User;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.Value;
import org.jspecify.annotations.Nullable;

/** {@code imopenlines.config.list.get}: lines selected, filtered and ordered by their fields. */
@Singleton
final class ConfigList {

    private static final int MOST = 200;
    private static final Set<String> PARAMS = Set.of("select", "filter", "order", "limit", "offset");
    private static final Set<String> OPTIONS = Set.of("QUEUE", "CONFIG_QUEUE", "CHECK_PERMISSION");
    /** The page names no action; these are the words of the access rights page of a portal (assumed). */
    private static final Set<String> ACTIONS = Set.of("view", "modify", "perform");

    private final Lines lines;
    private final LineSettings settings;

    ConfigList(Lines lines, LineSettings settings) {
        this.lines = lines;
        this.settings = settings;
    }

    Object get(Call call) {
        Parameters params = call.params().tree("PARAMS");
        Parameters options = call.params().tree("OPTIONS");
        check(params, options);
        Map<String, String> select = select(params);
        List<Line> found = new ArrayList<>(lines.all());
        filter(params).forEach((field, value) -> found.removeIf(line -> !matches(line, field, value)));
        found.sort(order(params));
        int offset = (int) Math.min(params.number("offset").orElse(0L), found.size());
        int limit = (int) Math.min(params.number("limit").orElse(50L), MOST);
        return found.subList(offset, Math.min(offset + limit, found.size())).stream()
                .map(line -> row(line, select, options))
                .toList();
    }

    private JsonMap row(Line line, Map<String, String> select, Parameters options) {
        JsonMap all = settings.read(line);
        JsonMap row = new JsonMap();
        select.forEach((name, field) -> row.put(name, all.get(field)));
        if (options.flag("QUEUE", false)) {
            List<User> operators = lines.operators(line);
            Map<String, JsonMap> cards = new LinkedHashMap<>();
            // numbers here, texts in config.get (observed)
            operators.forEach(user ->
                    cards.put(Long.toString(user.id()), LineSettings.card(user).with("USER_AVATAR_ID", 0)));
            row.with("QUEUE", operators.stream().map(User::id).toList())
                    .with("QUEUE_USERS_FIELDS", cards.isEmpty() ? List.of() : cards);
        }
        if (options.flag("CONFIG_QUEUE", false)) {
            row.with(
                    "CONFIG_QUEUE",
                    line.queue().stream()
                            .map(place -> JsonMap.of("ENTITY_ID", Long.toString(place.id()))
                                    .with("ENTITY_TYPE", place.department() ? "department" : "user"))
                            .toList());
        }
        return row;
    }

    private Set<String> fields() {
        // any line tells; one that is not kept does as well
        return settings.read(new Line(0, java.time.Instant.EPOCH)).keySet();
    }

    private void check(Parameters params, Parameters options) {
        unsupported(params, PARAMS, "PARAMS");
        unsupported(options, OPTIONS, "OPTIONS");
        for (String number : List.of("limit", "offset")) {
            if (params.has(number) && params.number(number).filter(n -> n >= 0).isEmpty()) {
                throw format("A non-negative integer is expected in the PARAMS field '" + number + "'");
            }
        }
        for (String option : List.of("QUEUE", "CONFIG_QUEUE")) {
            if (options.has(option) && options.text(option).isEmpty()) {
                throw format("A wrong format for the OPTIONS field '" + option + "' is passed");
            }
        }
        if (options.has("CHECK_PERMISSION") && !ACTIONS.contains(options.text("CHECK_PERMISSION", ""))) {
            throw format("An unknown value for the OPTIONS field 'CHECK_PERMISSION' is passed");
        }
    }

    private static void unsupported(Parameters given, Set<String> known, String where) {
        Set<String> others = new TreeSet<>(given.all().keySet());
        others.removeAll(known);
        if (!others.isEmpty()) {
            throw format("Unsupported " + where + " fields are passed: " + String.join(", ", others));
        }
    }

    /** What to call a field in the answer, and the field; an alias is a key that is no index. */
    private Map<String, String> select(Parameters params) {
        Map<String, String> select = new LinkedHashMap<>();
        if (!params.has("select")) {
            fields().forEach(field -> select.put(field, field));
            return select;
        }
        for (Map.Entry<String, @Nullable Object> item : tree(params, "select").entrySet()) {
            String field = known(Value.text(item.getValue()).orElse(""), "select");
            boolean alias = !item.getKey().matches("\\d+");
            if (alias && !item.getKey().matches("[A-Za-z_]\\w*")) {
                throw format("A wrong field alias is passed in the PARAMS field 'select'");
            }
            if (alias && fields().contains(item.getKey())) {
                throw format(
                        "The alias '" + item.getKey() + "' matches an existing field in the PARAMS field 'select'");
            }
            select.put(alias ? item.getKey() : field, field);
        }
        return select;
    }

    private JsonMap filter(Parameters params) {
        JsonMap filter = params.has("filter") ? tree(params, "filter") : new JsonMap();
        filter.keySet().forEach(field -> known(field, "filter"));
        return filter;
    }

    private boolean matches(Line line, String field, @Nullable Object wanted) {
        String value = Value.text(settings.read(line).get(field)).orElse("");
        List<@Nullable Object> several = Value.list(wanted);
        return several.isEmpty()
                ? Value.text(wanted).orElse("").equals(value)
                : several.stream().anyMatch(one -> Value.text(one).orElse("").equals(value));
    }

    private Comparator<Line> order(Parameters params) {
        Comparator<Line> order = Comparator.comparingInt(_ -> 0);
        JsonMap given = params.has("order") ? tree(params, "order") : new JsonMap();
        for (Map.Entry<String, @Nullable Object> item : given.entrySet()) {
            String field = known(item.getKey(), "order");
            String direction = Value.text(item.getValue()).orElse("").toUpperCase(Locale.ROOT);
            if (!direction.equals("ASC") && !direction.equals("DESC")) {
                throw format("A wrong sorting direction is passed in the PARAMS field 'order'");
            }
            Comparator<Line> next = field.equals("ID")
                    ? Comparator.comparingLong(Line::id)
                    : Comparator.comparing(
                            line -> String.valueOf(settings.read(line).get(field)));
            order = order.thenComparing(direction.equals("DESC") ? next.reversed() : next);
        }
        return order.thenComparingLong(Line::id);
    }

    private static JsonMap tree(Parameters params, String name) {
        Object value = params.raw(name);
        if (!(value instanceof Map<?, ?>) && !(value instanceof List<?>)) {
            throw format("A wrong format for the PARAMS field '" + name + "' is passed");
        }
        return Value.map(value);
    }

    private String known(String field, String where) {
        if (!field.matches("[A-Za-z_]\\w*")) {
            throw format("A wrong field name is passed in the PARAMS field '" + where + "'");
        }
        if (!fields().contains(field)) {
            throw format("An unknown field '" + field + "' is passed in the PARAMS field '" + where + "'");
        }
        return field;
    }

    private static RestError format(String description) {
        return RestError.of("INVALID_FORMAT", description);
    }
}
