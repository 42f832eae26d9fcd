package openlines.simulator.bot.v1;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import openlines.simulator.bot.Bot;
import openlines.simulator.bot.Bots;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.method.Group;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.RestMethod;
import openlines.simulator.rest.RestMethods;

/** {@code imbot.app.*}: applications inside chats; the page gives codes without texts, so the texts are assumed. */
@Singleton
final class V1AppMethods implements RestMethods {

    private static final Set<String> JS_METHODS = Set.of("PUT", "SEND", "CALL", "SUPPORT");
    private static final List<String> SETTINGS = List.of(
            "JS_METHOD",
            "JS_PARAM",
            "IFRAME",
            "IFRAME_WIDTH",
            "IFRAME_HEIGHT",
            "HASH",
            "HIDDEN",
            "ICON_FILE",
            "CONTEXT",
            "EXTRANET_SUPPORT",
            "LIVECHAT_SUPPORT",
            "IFRAME_POPUP",
            "LANG");

    private final Bots bots;
    private final ChatApps apps;

    V1AppMethods(Bots bots, ChatApps apps) {
        this.bots = bots;
        this.apps = apps;
    }

    @Override
    public List<RestMethod> methods() {
        return Group.of("imbot")
                .add("imbot.app.register", this::register)
                .add("imbot.app.update", this::update)
                .add("imbot.app.unregister", this::unregister)
                .methods();
    }

    private Object register(Call call) {
        Parameters params = call.params();
        Bot bot = bots.find(params.id("BOT_ID")).orElseThrow(V1Access::noBot);
        requireOwner(call, bot.owner());
        JsonMap settings = settings(params);
        check(params);
        if (params.blank("CODE")) {
            throw RestError.of("PARAMS_ERROR", "Application parameters are wrong");
        }
        if (!params.flag("HIDDEN", false) && params.list("LANG").isEmpty()) {
            throw RestError.of("LANG_ERROR", "Lang set can't be empty");
        }
        return apps.add(bot.id(), bot.owner(), params.text("CODE", ""), settings)
                .id();
    }

    private static JsonMap settings(Parameters params) {
        JsonMap settings = new JsonMap();
        SETTINGS.stream().filter(params::has).forEach(name -> settings.put(name, params.raw(name)));
        return settings;
    }

    /** Where both kinds are given only the command counts. */
    private static void check(Parameters params) {
        if (!params.blank("JS_METHOD")) {
            if (!JS_METHODS.contains(params.text("JS_METHOD", "")) || params.blank("JS_PARAM")) {
                throw RestError.of("PARAMS_ERROR", "Application parameters are wrong");
            }
            return;
        }
        if (params.blank("IFRAME")) {
            throw RestError.of("PARAMS_ERROR", "Application parameters are wrong");
        }
        if (!params.text("IFRAME", "").startsWith("https://")) {
            throw RestError.of("IFRAME_HTTPS", "The frame must be a site with HTTPS");
        }
        if (params.text("HASH", "").length() != 32) {
            throw RestError.of("HASH_ERROR", "Hash isn't specified");
        }
    }

    private Object update(Call call) {
        ChatApps.ChatApp app = owned(call);
        JsonMap settings = settings(call.params());
        if (settings.isEmpty()) {
            throw RestError.of("WRONG_REQUEST", "Update fields can't be empty");
        }
        if (!call.params().blank("JS_METHOD") || !call.params().blank("IFRAME")) {
            check(call.params());
        }
        JsonMap merged = new JsonMap();
        merged.putAll(app.settings());
        merged.putAll(settings);
        apps.put(new ChatApps.ChatApp(app.id(), app.botId(), app.owner(), app.code(), merged));
        return true;
    }

    private Object unregister(Call call) {
        apps.remove(owned(call));
        return true;
    }

    private ChatApps.ChatApp owned(Call call) {
        ChatApps.ChatApp app = apps.find(call.params().id("APP_ID"))
                .orElseThrow(() -> RestError.of("CHAT_APP_ID_ERROR", "Application not found"));
        requireOwner(call, app.owner());
        return app;
    }

    /** A webhook has no CLIENT_ID to give here; it acts for bots of webhooks (assumed). */
    private static void requireOwner(Call call, String owner) {
        boolean own =
                call.caller().app().map(app -> app.clientId().equals(owner)).orElse(owner.startsWith(Bots.CUSTOM));
        if (!own) {
            throw RestError.of("APP_ID_ERROR", "Application was installed by another rest application");
        }
    }
}
