package openlines.simulator.control;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.line.Network;
import openlines.simulator.portal.App;
import openlines.simulator.portal.Apps;
import openlines.simulator.portal.Tokens;
import openlines.simulator.portal.Webhooks;
import openlines.simulator.portal.Webhooks.Webhook;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.Value;
import org.jspecify.annotations.Nullable;

/** Webhooks, applications and tokens, as an administrator and a test would make and spoil them. */
@Controller("/simulator")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PortalController {

    private static final Set<String> ALL_SCOPES =
            Set.of("imopenlines", "imconnector", "imbot", "im", "user", "crm", "placement", "disk", "department");

    private final Answers answers;
    private final Webhooks webhooks;
    private final Apps apps;
    private final Tokens tokens;
    private final Installation installation;
    private final Network network;

    PortalController(
            Answers answers, Webhooks webhooks, Apps apps, Tokens tokens, Installation installation, Network network) {
        this.answers = answers;
        this.webhooks = webhooks;
        this.apps = apps;
        this.tokens = tokens;
        this.installation = installation;
        this.network = network;
    }

    @Post("/webhooks")
    HttpResponse<byte[]> addWebhook(@Body byte @Nullable [] body) {
        return answers.to(bytes(body), given -> {
            long userId = given.number("userId").orElse(1L);
            return json(webhooks.add(userId, scope(given)));
        });
    }

    @Get("/webhooks")
    HttpResponse<byte[]> webhooks() {
        return answers.to(() -> webhooks.all().stream().map(this::json).toList());
    }

    private JsonMap json(Webhook webhook) {
        return JsonMap.of("url", installation.clientEndpoint() + webhook.userId() + "/" + webhook.code() + "/")
                .with("userId", webhook.userId())
                .with("scope", new TreeSet<>(webhook.scope()));
    }

    @Post("/apps")
    HttpResponse<byte[]> addApp(@Body byte @Nullable [] body) {
        return answers.to(bytes(body), given -> {
            App app = apps.add(scope(given), given.number("userId").orElse(1L));
            JsonMap answer = json(app);
            if (given.blank("handlerUrl")) {
                return answer.with("auth", installation.auth(app));
            }
            return answer.with("auth", installation.install(app, given.text("handlerUrl", "")));
        });
    }

    @Get("/apps")
    HttpResponse<byte[]> apps() {
        return answers.to(() -> apps.all().stream().map(PortalController::json).toList());
    }

    @Post("/apps/{clientId}/install")
    HttpResponse<byte[]> install(String clientId, @Body byte @Nullable [] body) {
        return answers.to(bytes(body), given -> {
            App app = app(clientId);
            return json(app).with("auth", installation.install(app, given.text("handlerUrl", "")));
        });
    }

    @Post("/apps/{clientId}/uninstall")
    HttpResponse<byte[]> uninstall(String clientId) {
        return answers.to(() -> {
            installation.uninstall(app(clientId));
            return JsonMap.of("ok", true);
        });
    }

    @Post("/apps/{clientId}/events")
    HttpResponse<byte[]> event(String clientId, @Body byte @Nullable [] body) {
        return answers.to(bytes(body), given -> {
            installation.send(
                    app(clientId), given.text("name", ""), given.tree("data").all(), given.text("url"));
            return JsonMap.of("ok", true);
        });
    }

    @Post("/tokens/expire")
    HttpResponse<byte[]> expire(@Body byte @Nullable [] body) {
        return answers.to(bytes(body), given -> {
            given.text("token").ifPresent(tokens::expire);
            if (given.flag("all", false)) {
                tokens.expireAllAccess();
            }
            return JsonMap.of("ok", true);
        });
    }

    /** A line of another portal, which {@code imopenlines.network.join} can join. */
    @Post("/network")
    HttpResponse<byte[]> publish(@Body byte @Nullable [] body) {
        return answers.to(bytes(body), given -> {
            network.publish(given.text("code", ""), given.text("name", "Network line"), given.flag("active", true));
            return JsonMap.of("ok", true);
        });
    }

    private App app(String clientId) {
        return apps.find(clientId).orElseThrow(() -> Refusal.notFound("application " + clientId));
    }

    private static JsonMap json(App app) {
        return JsonMap.of("clientId", app.clientId())
                .with("clientSecret", app.clientSecret())
                .with("applicationToken", app.applicationToken())
                .with("installed", app.installed());
    }

    /** A list or a comma list; everything where none is given. */
    private static Set<String> scope(Parameters given) {
        Set<String> scope = new TreeSet<>();
        Value.list(given.raw("scope")).forEach(one -> Value.text(one).ifPresent(scope::add));
        given.text("scope").ifPresent(text -> scope.addAll(Arrays.asList(text.split("[, ]+", -1))));
        return scope.isEmpty() ? ALL_SCOPES : scope;
    }

    private static byte[] bytes(byte @Nullable [] body) {
        return body == null ? new byte[0] : body;
    }
}
