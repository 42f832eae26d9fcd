package openlines.simulator.method;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import openlines.simulator.crm.Crm;
import openlines.simulator.crm.Crm.EntityType;
import openlines.simulator.crm.Crm.Item;
import openlines.simulator.crm.CrmAccess;
import openlines.simulator.crm.CrmFields;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.Page;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.RestMethod;
import openlines.simulator.rest.RestMethods;
import openlines.simulator.rest.Value;

/** {@code crm.*} as far as lines and their bots need it; the codes of its errors are empty texts (documented). */
@Singleton
final class CrmMethods implements RestMethods {

    private final Crm crm;
    private final CrmAccess access;
    private final CrmLists lists;

    CrmMethods(Crm crm, CrmAccess access, CrmLists lists) {
        this.crm = crm;
        this.access = access;
        this.lists = lists;
    }

    @Override
    public List<RestMethod> methods() {
        return Group.of("crm")
                .add("crm.lead.get", call -> get(call, EntityType.LEAD))
                .add("crm.lead.add", call -> add(call, EntityType.LEAD))
                .add("crm.lead.list", call -> list(call, EntityType.LEAD))
                .add("crm.lead.update", call -> update(call, EntityType.LEAD))
                .add("crm.contact.get", call -> get(call, EntityType.CONTACT))
                .add("crm.contact.list", call -> list(call, EntityType.CONTACT))
                .add("crm.contact.add", call -> add(call, EntityType.CONTACT))
                .add("crm.deal.get", call -> get(call, EntityType.DEAL))
                .add("crm.deal.add", call -> add(call, EntityType.DEAL))
                .add("crm.item.list", lists::items)
                .methods();
    }

    private Object get(Call call, EntityType type) {
        return CrmFields.of(find(call, type));
    }

    private Object add(Call call, EntityType type) {
        requireTree(call.params(), "fields");
        requireTree(call.params(), "params");
        JsonMap fields = call.params().tree("fields").all();
        checkEmails(fields);
        checkCurrency(fields);
        return crm.add(type, fields, call.userId()).id();
    }

    private static void checkEmails(JsonMap fields) {
        boolean wrong = Value.list(fields.get("EMAIL")).stream()
                .map(email -> Value.text(Value.map(email).get("VALUE")).orElse(""))
                .anyMatch(address -> !address.matches("[^@\\s]+@[^@\\s]+"));
        if (wrong) {
            throw RestError.of("ERROR_CORE", "The field `Work e-mail` contains an invalid address");
        }
    }

    /** Which currencies a portal has is its own matter; here it is every three-letter code. */
    private static void checkCurrency(JsonMap fields) {
        String currency = Value.text(fields.get("CURRENCY_ID")).orElse("EUR");
        if (!currency.matches("[A-Z]{3}")) {
            throw refusal("Invalid value for the \"Currency\" field");
        }
    }

    private Object update(Call call, EntityType type) {
        crm.update(find(call, type), call.params().tree("fields").all(), call.userId());
        return true;
    }

    private Page list(Call call, EntityType type) {
        requireTree(call.params(), "order");
        requireTree(call.params(), "filter");
        return lists.page(call, type);
    }

    private Item find(Call call, EntityType type) {
        long id = Value.number(call.params().raw("id")).orElse(0L);
        if (id <= 0) {
            throw refusal("ID is not defined or invalid");
        }
        Item item = crm.find(type, id).orElseThrow(() -> refusal("Not found"));
        if (!access.sees(call.userId(), item)) {
            throw refusal("Access denied");
        }
        return item;
    }

    private static void requireTree(Parameters params, String name) {
        Object value = params.raw(name);
        if (value != null && !(value instanceof Map<?, ?>) && !(value instanceof List<?>)) {
            throw refusal("Parameter '" + name + "' must be array");
        }
    }

    private static RestError refusal(String description) {
        return RestError.of("", description);
    }
}
