package openlines.simulator.crm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import openlines.simulator.crm.Crm.EntityType;
import openlines.simulator.crm.Crm.Item;
import openlines.simulator.engine.JsonMap;
import org.jspecify.annotations.Nullable;

/** The fields that an object's kind shows, and what they are as long as nobody sets them. */
public final class CrmFields {

    private static final Set<String> MULTIPLE = Set.of("PHONE", "EMAIL", "WEB", "IM", "LINK");

    private static final String COMMON = """
            ID HONORIFIC NAME SECOND_NAME LAST_NAME SOURCE_ID SOURCE_DESCRIPTION COMMENTS ASSIGNED_BY_ID CREATED_BY_ID
            MODIFY_BY_ID DATE_CREATE DATE_MODIFY OPENED=Y ORIGINATOR_ID ORIGIN_ID COMPANY_ID HAS_PHONE=N HAS_EMAIL=N
            HAS_IMOL=N ADDRESS ADDRESS_2 ADDRESS_CITY ADDRESS_POSTAL_CODE ADDRESS_REGION ADDRESS_PROVINCE
            ADDRESS_COUNTRY ADDRESS_COUNTRY_CODE ADDRESS_LOC_ADDR_ID UTM_SOURCE UTM_MEDIUM UTM_CAMPAIGN UTM_CONTENT
            UTM_TERM LAST_ACTIVITY_BY LAST_ACTIVITY_TIME POST BIRTHDATE=
            """;
    private static final String LEAD = """
            TITLE COMPANY_TITLE CONTACT_ID IS_RETURN_CUSTOMER=N STATUS_ID=NEW STATUS_DESCRIPTION CURRENCY_ID=EUR
            OPPORTUNITY=0.00 IS_MANUAL_OPPORTUNITY=N MOVED_BY_ID DATE_CLOSED= STATUS_SEMANTIC_ID=P MOVED_TIME
            """;
    private static final String CONTACT = "PHOTO LEAD_ID TYPE_ID=CLIENT EXPORT=Y FACE_ID ORIGIN_VERSION";
    private static final String DEAL = """
            TITLE TYPE_ID=SALE CATEGORY_ID=0 STAGE_ID=NEW STAGE_SEMANTIC_ID=P IS_NEW=Y IS_RECURRING=N
            IS_RETURN_CUSTOMER=N IS_REPEATED_APPROACH=N PROBABILITY CURRENCY_ID=EUR OPPORTUNITY=0.00
            IS_MANUAL_OPPORTUNITY=N TAX_VALUE=0.00 CONTACT_ID QUOTE_ID BEGINDATE CLOSEDATE CLOSED=N MOVED_BY_ID
            MOVED_TIME LEAD_ID ADDITIONAL_INFO LOCATION_ID
            """;
    private static final String COMPANY = "TITLE COMPANY_TYPE=CUSTOMER INDUSTRY EMPLOYEES REVENUE CURRENCY_ID=EUR";

    private CrmFields() {}

    /** All fields of the object: every plain one, and the multiple ones that hold something. */
    public static JsonMap of(Item item) {
        JsonMap shown = new JsonMap();
        names(item.type()).forEach(field -> {
            int equals = field.indexOf('=');
            String name = equals < 0 ? field : field.substring(0, equals);
            Object value = item.fields().get(name);
            shown.put(name, value != null ? text(value) : equals < 0 ? null : field.substring(equals + 1));
        });
        item.fields().forEach((name, value) -> {
            if (name.startsWith("UF_") || name.startsWith("PARENT_ID_")) {
                shown.put(name, value);
            } else if (MULTIPLE.contains(name) && value instanceof List<?> values && !values.isEmpty()) {
                shown.put(name, multiple(name, values));
            }
        });
        shown.put("HAS_PHONE", flag(shown, "PHONE"));
        shown.put("HAS_EMAIL", flag(shown, "EMAIL"));
        shown.put("HAS_IMOL", Crm.messengers(item).stream().anyMatch(value -> value.startsWith("imol|")) ? "Y" : "N");
        return shown;
    }

    private static String flag(JsonMap shown, String field) {
        return shown.containsKey(field) ? "Y" : "N";
    }

    /** Numbers come back as texts, and an amount with its cents (observed). */
    private static Object text(Object value) {
        return value instanceof Number || value instanceof Boolean ? value.toString() : value;
    }

    private static List<JsonMap> multiple(String field, List<?> values) {
        List<JsonMap> shown = new ArrayList<>();
        for (Object value : values) {
            if (value instanceof Map<?, ?> given) {
                shown.add(JsonMap.of("ID", Integer.toString(shown.size() + 1))
                        .with("VALUE_TYPE", given.get("VALUE_TYPE") == null ? "WORK" : given.get("VALUE_TYPE"))
                        .with("VALUE", String.valueOf(given.get("VALUE")))
                        .with("TYPE_ID", field));
            }
        }
        return shown;
    }

    private static List<String> names(EntityType type) {
        String own = switch (type) {
            case LEAD -> LEAD;
            case DEAL -> DEAL;
            case CONTACT -> CONTACT;
            case COMPANY -> COMPANY;
        };
        return Arrays.asList((COMMON + " " + own).strip().split("\\s+", -1));
    }

    /** As {@code crm.item.*} spells them: {@code assignedById}; ids are numbers there. */
    public static JsonMap camel(Item item) {
        JsonMap camel = new JsonMap();
        of(item).forEach((name, value) -> {
            if (!MULTIPLE.contains(name)) {
                camel.put(camel(name), id(name, value));
            }
        });
        camel.put("imol", Crm.messengers(item).stream().findFirst().orElse(""));
        return camel;
    }

    private static @Nullable Object id(String name, @Nullable Object value) {
        boolean number = (name.equals("ID") || name.endsWith("_ID"))
                && String.valueOf(value).matches("\\d{1,18}");
        return number ? Long.valueOf(String.valueOf(value)) : value;
    }

    private static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.toLowerCase(Locale.ROOT).split("_", -1)) {
            boolean first = camel.isEmpty();
            camel.append(
                    first || word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return camel.toString();
    }
}
