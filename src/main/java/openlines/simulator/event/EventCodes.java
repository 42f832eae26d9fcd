package openlines.simulator.event;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The events that can be bound, by the scope they need; the empty scope is for all. */
public final class EventCodes {

    private static final Map<String, List<String>> BY_SCOPE = new TreeMap<>(Map.of(
            "",
            List.of(
                    "ONAPPUNINSTALL",
                    "ONAPPINSTALL",
                    "ONAPPUPDATE",
                    "ONAPPPAYMENT",
                    "ONAPPTEST",
                    "ONAPPMETHODCONFIRM",
                    "ONOFFLINEEVENT"),
            "user",
            List.of("ONUSERADD"),
            "crm",
            List.of(
                    "ONCRMLEADADD",
                    "ONCRMLEADUPDATE",
                    "ONCRMLEADDELETE",
                    "ONCRMDEALADD",
                    "ONCRMDEALUPDATE",
                    "ONCRMDEALDELETE",
                    "ONCRMCONTACTADD",
                    "ONCRMCONTACTUPDATE",
                    "ONCRMCONTACTDELETE",
                    "ONCRMCOMPANYADD",
                    "ONCRMCOMPANYUPDATE",
                    "ONCRMCOMPANYDELETE"),
            "imopenlines",
            List.of(
                    "ONOPENLINEMESSAGEADD",
                    "ONOPENLINEMESSAGEUPDATE",
                    "ONOPENLINEMESSAGEDELETE",
                    "ONSESSIONSTART",
                    "ONSESSIONFINISH"),
            "imconnector",
            List.of(
                    "ONIMCONNECTORLINEDELETE",
                    "ONIMCONNECTORSTATUSDELETE",
                    "ONIMCONNECTORMESSAGEADD",
                    "ONIMCONNECTORMESSAGEUPDATE",
                    "ONIMCONNECTORMESSAGEDELETE",
                    "ONIMCONNECTORDIALOGSTART",
                    "ONIMCONNECTORDIALOGFINISH"),
            "imbot",
            List.of(
                    "ONIMBOTMESSAGEADD",
                    "ONIMBOTMESSAGEUPDATE",
                    "ONIMBOTMESSAGEDELETE",
                    "ONIMBOTJOINCHAT",
                    "ONIMBOTDELETE",
                    "ONIMCOMMANDADD",
                    "ONIMBOTCONTEXTGET")));

    private EventCodes() {}

    public static boolean known(String event) {
        return all().contains(event.toUpperCase(Locale.ROOT));
    }

    public static List<String> all() {
        return BY_SCOPE.values().stream().flatMap(List::stream).toList();
    }

    public static List<String> of(String scope) {
        return BY_SCOPE.getOrDefault(scope, List.of());
    }
}
