package openlines.runtime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openlines.bitrix24.event.DialogEvent.Where;
import openlines.bitrix24.rest.Call;

/**
 * Writes leads. {@code crm.lead.add} has no key against repeats, so a lead bears the number of its letter, by which a
 * second attempt finds what the first one may have made.
 */
final class Leads {
    private static final String ORIGINATOR = "openlines";

    private Leads() {}

    static Call add(Letter.Lead lead, Where where, String origin) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("TITLE", lead.title());
        fields.put("NAME", lead.name().isEmpty() ? where.author().name() : lead.name());
        fields.put("OPENED", "Y");
        fields.put("ORIGINATOR_ID", ORIGINATOR);
        fields.put("ORIGIN_ID", origin);
        if (!lead.phone().isEmpty()) {
            fields.put("PHONE", values(lead.phone(), "WORK"));
        }
        if (!lead.email().isEmpty()) {
            fields.put("EMAIL", values(lead.email(), "WORK"));
        }
        if (!lead.comment().isEmpty()) {
            fields.put("COMMENTS", lead.comment());
        }
        if (!where.line().code().isEmpty()) {
            // by this value the portal knows whose chat it is (observed in its own leads)
            fields.put("IM", values("imol|" + where.line().code(), "OPENLINE"));
        }
        return new Call("crm.lead.add", Map.of("fields", fields));
    }

    /** Asks for what an earlier attempt made. */
    static Call find(String origin) {
        return new Call(
                "crm.lead.list",
                Map.of("filter", Map.of("=ORIGINATOR_ID", ORIGINATOR, "=ORIGIN_ID", origin), "select", List.of("ID")));
    }

    private static List<Map<String, String>> values(String value, String type) {
        return List.of(Map.of("VALUE", value, "VALUE_TYPE", type));
    }
}
