package openlines.simulator.method;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import openlines.simulator.crm.Crm;
import openlines.simulator.crm.Crm.EntityType;
import openlines.simulator.crm.Crm.Item;
import openlines.simulator.crm.CrmAccess;
import openlines.simulator.crm.CrmFields;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.Filter;
import openlines.simulator.rest.Page;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.Value;
import org.jspecify.annotations.Nullable;

/** Lists of CRM objects: filtered, ordered, cut to the wanted fields. */
@Singleton
final class CrmLists {

    private static final Set<String> MULTIPLE = Set.of("PHONE", "EMAIL", "WEB", "IM", "LINK");

    private final Crm crm;
    private final CrmAccess access;

    CrmLists(Crm crm, CrmAccess access) {
        this.crm = crm;
        this.access = access;
    }

    Page page(Call call, EntityType type) {
        JsonMap filter = call.params().tree("filter").all();
        List<String> select = texts(call.params().list("select"));
        List<JsonMap> found = new ArrayList<>(visible(call, type).stream()
                .map(CrmFields::of)
                .filter(fields -> Filter.matches(filter, searchable(fields)))
                .toList());
        found.sort(order(call.params().tree("order").all(), "ID"));
        return Page.of(found.stream().map(fields -> cut(fields, select)).toList(), call.start());
    }

    /** Multiple fields are compared by their values. */
    private static JsonMap searchable(JsonMap fields) {
        JsonMap plain = new JsonMap();
        fields.forEach((name, value) -> plain.put(
                name,
                MULTIPLE.contains(name)
                        ? Value.list(value).stream()
                                .map(one -> Value.map(one).get("VALUE"))
                                .toList()
                        : value));
        MULTIPLE.forEach(name -> plain.putIfAbsent(name, ""));
        return plain;
    }

    /** {@code *} is every plain field; the multiple ones have to be named. */
    private static JsonMap cut(JsonMap fields, List<String> select) {
        boolean all = select.isEmpty() || select.contains("*");
        JsonMap cut = new JsonMap();
        fields.forEach((name, value) -> {
            if (select.contains(name) || (all && !MULTIPLE.contains(name))) {
                cut.put(name, value);
            }
        });
        cut.put("ID", fields.get("ID"));
        return cut;
    }

    Object items(Call call) {
        EntityType type = call.params()
                .number("entityTypeId")
                .flatMap(number -> List.of(EntityType.values()).stream()
                        .filter(one -> one.entityTypeId() == number)
                        .findFirst())
                .orElseThrow(() -> RestError.of("NOT_FOUND", "SPA not found"));
        JsonMap filter = call.params().tree("filter").all();
        JsonMap order = call.params().tree("order").all();
        Set<String> known = CrmFields.camel(new Item(type, 0, new JsonMap())).keySet();
        filter.forEach((key, value) -> {
            String field = key.replaceFirst("^[!=<>%@]+", "");
            requireKnown(field, known, "filter");
            requireFitting(field, value);
        });
        order.forEach((field, direction) -> {
            requireKnown(field, known, "order");
            requireDirection(field, Value.text(direction).orElse(""));
        });
        List<JsonMap> found = new ArrayList<>(visible(call, type).stream()
                .map(CrmFields::camel)
                .filter(fields -> Filter.matches(filter, fields))
                .toList());
        found.sort(order(order, "id"));
        List<String> select = texts(call.params().list("select"));
        List<JsonMap> cut =
                found.stream().map(fields -> selected(fields, select)).toList();
        Page page = Page.of(cut, call.start());
        return new Page(JsonMap.of("items", page.items()), page.total(), page.next());
    }

    private static JsonMap selected(JsonMap fields, List<String> select) {
        if (select.isEmpty() || select.contains("*")) {
            return fields;
        }
        JsonMap cut = new JsonMap();
        select.stream().filter(fields::containsKey).forEach(name -> cut.put(name, fields.get(name)));
        return cut;
    }

    private static void requireKnown(String field, Set<String> known, String where) {
        if (!known.contains(field)) {
            throw RestError.of(
                    "INVALID_ARG_VALUE", "Invalid " + where + ": field '" + field + "' is not allowed in " + where);
        }
    }

    /** Only ids can be wrong: every other field takes any text. */
    private static void requireFitting(String field, @Nullable Object value) {
        List<@Nullable Object> values = Value.list(value);
        boolean wrong = values.isEmpty()
                ? Value.number(value).isEmpty()
                : values.stream().anyMatch(one -> Value.number(one).isEmpty());
        if (field.equals("id") && wrong) {
            throw RestError.of("INVALID_ARG_VALUE", "Invalid filter: field '" + field + "' has invalid value");
        }
    }

    private static void requireDirection(String field, String direction) {
        if (!Set.of("ASC", "DESC").contains(direction.toUpperCase(Locale.ROOT))) {
            throw RestError.of(
                    "INVALID_ARG_VALUE",
                    "Invalid order: allowed sort directions are `ASC, DESC`. But got '" + direction + "' for field '"
                            + field + "'");
        }
    }

    private List<Item> visible(Call call, EntityType type) {
        return crm.all(type).stream()
                .filter(item -> access.sees(call.userId(), item))
                .toList();
    }

    private static Comparator<JsonMap> order(JsonMap order, String idField) {
        Comparator<JsonMap> comparator = Comparator.comparingInt(_ -> 0);
        for (Map.Entry<String, @Nullable Object> item : order.entrySet()) {
            Comparator<JsonMap> next = by(item.getKey());
            boolean descending = Value.text(item.getValue()).orElse("").equalsIgnoreCase("DESC");
            comparator = comparator.thenComparing(descending ? next.reversed() : next);
        }
        return comparator.thenComparing(by(idField));
    }

    /** Numbers as numbers. */
    private static Comparator<JsonMap> by(String field) {
        return Comparator.comparingLong(
                        (JsonMap fields) -> Value.number(fields.get(field)).orElse(Long.MAX_VALUE))
                .thenComparing(fields -> Value.text(fields.get(field)).orElse(""));
    }

    private static List<String> texts(List<@Nullable Object> values) {
        return values.stream().flatMap(value -> Value.text(value).stream()).toList();
    }
}
