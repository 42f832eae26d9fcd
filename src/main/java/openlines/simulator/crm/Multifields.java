package openlines.simulator.crm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import openlines.simulator.crm.Crm.EntityType;
import openlines.simulator.crm.Crm.Item;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.rest.Value;
import org.jspecify.annotations.Nullable;

/** Phones, e-mails and messengers: fields of a CRM object that have several values. */
public final class Multifields {

    private Multifields() {}

    /** Whose phone or e-mail this is, contacts before companies before leads; nobody's where the value is empty. */
    public static Optional<Item> owner(Crm crm, String field, String value) {
        String wanted = plain(field, value);
        return wanted.isEmpty()
                ? Optional.empty()
                : List.of(EntityType.CONTACT, EntityType.COMPANY, EntityType.LEAD).stream()
                        .flatMap(type -> crm.all(type).stream())
                        .filter(item -> has(item, field, value))
                        .findFirst();
    }

    public static boolean has(Item item, String field, String value) {
        return entries(item, field).stream()
                .map(entry -> plain(field, Value.text(entry.get("VALUE")).orElse("")))
                .anyMatch(plain(field, value)::equals);
    }

    /** The field's values and one more. */
    public static List<JsonMap> and(Item item, String field, String value, String type) {
        List<JsonMap> entries = new ArrayList<>(entries(item, field));
        entries.addAll(of(value, type));
        return entries;
    }

    public static List<JsonMap> of(String value, String type) {
        return List.of(JsonMap.of("VALUE", value).with("VALUE_TYPE", type));
    }

    private static List<JsonMap> entries(Item item, String field) {
        @Nullable Object values = item.fields().get(field);
        return Value.list(values).stream().map(Value::map).toList();
    }

    /** However it is written: of a phone the digits, of all else the small letters. */
    private static String plain(String field, String value) {
        return field.equals("PHONE") ? value.replaceAll("\\D", "") : value.toLowerCase(Locale.ROOT);
    }
}
