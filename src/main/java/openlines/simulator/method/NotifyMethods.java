package openlines.simulator.method;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import openlines.simulator.engine.Json;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.portal.Notifications;
import openlines.simulator.portal.Notifications.Notification;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.RestMethod;
import openlines.simulator.rest.RestMethods;
import openlines.simulator.rest.Value;

/** {@code im.notify.*}: sending, answering, reading and deleting notifications. */
@Singleton
final class NotifyMethods implements RestMethods {

    private static final int LARGEST_ATTACH = 60_000;

    private final Notifications notifications;
    private final NotificationCentre centre;

    NotifyMethods(Notifications notifications, NotificationCentre centre) {
        this.notifications = notifications;
        this.centre = centre;
    }

    @Override
    public List<RestMethod> methods() {
        return Group.of("im")
                .add(
                        "im.notify",
                        call -> add(call, !call.params().text("TYPE", "USER").equals("SYSTEM")))
                .add("im.notify.personal.add", call -> add(call, true))
                .add("im.notify.system.add", call -> add(call, false))
                .add("im.notify.answer", this::answer)
                .add("im.notify.confirm", this::confirm)
                .add("im.notify.delete", this::delete)
                .add("im.notify.get", centre::get)
                .add("im.notify.history.search", centre::search)
                .add("im.notify.read", this::read)
                .add("im.notify.read.list", this::readList)
                .add("im.notify.read.all", this::readAll)
                .add("im.notify.schema.get", _ -> schema())
                .methods();
    }

    private Object add(Call call, boolean personal) {
        Parameters params = call.params();
        long user = params.id("USER_ID");
        if (user == 0) {
            throw RestError.of("USER_ID_EMPTY", "User ID can't be empty");
        }
        String text = params.text("MESSAGE", "").strip();
        if (text.isEmpty()) {
            throw RestError.of("MESSAGE_EMPTY", "Message can't be empty");
        }
        checkAttach(params);
        String owner = owner(call);
        String tag = params.text("TAG", "");
        if (!tag.isEmpty()) {
            // a new one with the same tag removes the old (documented)
            notifications.all().stream()
                    .filter(old -> old.tag().equals(tag) && old.owner().equals(owner))
                    .toList()
                    .forEach(notifications::remove);
        }
        Notification added = notifications.add(user, personal ? call.userId() : 0, text, "rest|rest_notify");
        notifications.put(added.tagged(tag, params.text("SUB_TAG", ""), owner));
        return added.id();
    }

    private static void checkAttach(Parameters params) {
        if (params.blank("ATTACH")) {
            return;
        }
        Object given = params.raw("ATTACH");
        Object attach = given instanceof String text ? Structures.parse(text) : given;
        if (Json.text(given).length() > LARGEST_ATTACH) {
            throw RestError.of("ATTACH_OVERSIZE", "You have exceeded the maximum allowable size of attach");
        }
        if (!(attach instanceof Map<?, ?>) && !(attach instanceof List<?>)) {
            throw RestError.of("ATTACH_ERROR", "Incorrect attach params");
        }
    }

    private static String owner(Call call) {
        return call.caller()
                .app()
                .map(app -> app.clientId())
                .orElse(call.params().text("CLIENT_ID", ""));
    }

    private Object answer(Call call) {
        long id = requireId(call);
        if (call.params().text("ANSWER_TEXT", "").isEmpty()) {
            throw RestError.of("ANSWER_TEXT_ERROR", "ANSWER_TEXT can't be empty");
        }
        return handled(call, id, "Your response has been successfully sent.");
    }

    private Object confirm(Call call) {
        long id = requireId(call);
        if (call.params().text("NOTIFY_VALUE", "").isEmpty()) {
            throw RestError.of("NOTIFY_VALUE_ERROR", "Notification Value can't be empty");
        }
        boolean yes = call.params().text("NOTIFY_VALUE", "").equals("Y");
        return handled(call, id, yes ? "Invitation accepted" : "Invitation declined");
    }

    private JsonMap handled(Call call, long id, String message) {
        boolean mine = notifications
                .find(id)
                .filter(found -> found.userId() == call.userId())
                .isPresent();
        return JsonMap.of("result_message", mine ? List.of(message) : false);
    }

    private static long requireId(Call call) {
        long id = call.params().id("NOTIFY_ID");
        if (id == 0) {
            throw RestError.of("ID_ERROR", "Notification ID can't be empty");
        }
        return id;
    }

    private Object delete(Call call) {
        Parameters params = call.params();
        if (params.id("ID") > 0) {
            return notifications
                    .find(params.id("ID"))
                    .filter(found -> found.userId() == call.userId())
                    .map(found -> {
                        notifications.remove(found);
                        return true;
                    })
                    .orElse(false);
        }
        String tag = params.text("TAG", "");
        String subTag = params.text("SUB_TAG", "");
        if (tag.isEmpty() && subTag.isEmpty()) {
            throw RestError.of("PARAMS_ERROR", "Incorrect params");
        }
        String owner = owner(call);
        if (owner.isEmpty()) {
            throw RestError.forbidden("ACCESS_DENIED", "Access denied! Client ID not specified");
        }
        notifications.all().stream()
                .filter(found -> found.owner().equals(owner))
                .filter(found -> tag.isEmpty()
                        ? found.subTag().equals(subTag)
                        : found.tag().equals(tag))
                .toList()
                .forEach(notifications::remove);
        return true;
    }

    private Object read(Call call) {
        Parameters params = call.params();
        long id = params.number("ID").orElse(-1L);
        boolean read = params.text("ACTION", "Y").equals("Y");
        boolean onlyThis = params.text("ONLY_CURRENT", "").equals("Y");
        if (id >= 0) {
            notifications.of(call.userId()).stream()
                    .filter(found -> onlyThis ? found.id() == id : found.id() >= id)
                    .forEach(found -> notifications.put(found.read(read)));
        }
        return true;
    }

    /** Stops at the first value that is no id (documented). */
    private Object readList(Call call) {
        Object ids = call.params().raw("IDS");
        if (!(ids instanceof Map<?, ?>) && !(ids instanceof List<?>)) {
            throw RestError.of("PARAMS_ERROR", "No IDS param or it is not an array");
        }
        boolean read = call.params().text("ACTION", "Y").equals("Y");
        Value.list(ids).stream()
                .map(id -> Value.number(id).orElse(0L))
                .takeWhile(id -> id > 0)
                .flatMap(id -> notifications.find(id).stream())
                .filter(found -> found.userId() == call.userId())
                .forEach(found -> notifications.put(found.read(read)));
        return true;
    }

    private Object readAll(Call call) {
        notifications.of(call.userId()).forEach(found -> notifications.put(found.read(true)));
        return JsonMap.of("result", true).with("newCounter", 0);
    }

    /** The kinds that the simulated portal itself sends. */
    private static JsonMap schema() {
        JsonMap schema = new JsonMap();
        Map.of("rest", "Applications", "imopenlines", "Open Channels").forEach((module, title) -> {
            String event = module.equals("rest") ? "rest_notify" : "kpi";
            List<JsonMap> list = List.of(JsonMap.of("ID", module + "|" + event).with("NAME", title));
            schema.put(
                    module, JsonMap.of("NAME", title).with("MODULE_ID", module).with("LIST", list));
        });
        return schema;
    }
}
