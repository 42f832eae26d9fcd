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
import java.util.List;
import java.util.stream.Stream;
import openlines.simulator.channel.Channel;
import openlines.simulator.connector.Connector;
import openlines.simulator.connector.Hookup;
import openlines.simulator.connector.Hookups;
import openlines.simulator.connector.SettingsPage;
import openlines.simulator.connector.Switchboard;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.line.Lines;
import openlines.simulator.portal.App;
import openlines.simulator.portal.Apps;
import org.jspecify.annotations.Nullable;

/** What the contact center does with connectors: it shows them, switches them, and opens their settings pages. */
@Controller("/simulator/connectors")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ConnectorController {

    private final Answers answers;
    private final Switchboard switchboard;
    private final Hookups hookups;
    private final SettingsPage settingsPage;
    private final Lines lines;
    private final Apps apps;

    ConnectorController(
            Answers answers,
            Switchboard switchboard,
            Hookups hookups,
            SettingsPage settingsPage,
            Lines lines,
            Apps apps) {
        this.answers = answers;
        this.switchboard = switchboard;
        this.hookups = hookups;
        this.settingsPage = settingsPage;
        this.lines = lines;
        this.apps = apps;
    }

    @Get
    HttpResponse<byte[]> all() {
        return answers.to(() -> Stream.concat(
                        Arrays.stream(Channel.values()).map(ConnectorController::json),
                        switchboard.all().stream().map(this::json))
                .toList());
    }

    /** {@code {active: true|false}} as in the contact center, {@code {error: true|false}} as the connector itself would say. */
    @Post("/{code}/lines/{line}")
    HttpResponse<byte[]> set(String code, long line, @Body byte @Nullable [] body) {
        return answers.to(bytes(body), given -> {
            Connector connector = find(code, line);
            if (given.has("error")) {
                switchboard.fail(hookups.of(connector.code(), line), given.flag("error", false));
            }
            if (given.has("active")) {
                switchboard.activate(hookups.of(connector.code(), line), given.flag("active", false), 1);
            }
            return json(hookups.of(connector.code(), line));
        });
    }

    /** {@code {userId}}: opens the settings page as that employee, the administrator unless given. */
    @Post("/{code}/lines/{line}/settings")
    HttpResponse<byte[]> open(String code, long line, @Body byte @Nullable [] body) {
        return answers.to(bytes(body), given -> {
            Connector connector = find(code, line);
            App app = apps.find(connector.clientId())
                    .filter(App::installed)
                    .orElseThrow(() -> new Refusal(409, "the application's installation is not finished"));
            settingsPage.open(connector, app, line, given.number("userId").orElse(1L));
            return JsonMap.of("url", connector.look().settingsUrl());
        });
    }

    private Connector find(String code, long line) {
        if (lines.find(line).isEmpty()) {
            throw Refusal.notFound("line " + line);
        }
        return switchboard.find(code).orElseThrow(() -> Refusal.notFound("registered connector " + code));
    }

    private static JsonMap json(Channel channel) {
        return JsonMap.of("code", channel.code())
                .with("name", channel.title())
                .with("builtIn", true)
                .with("buttons", channel.buttons())
                .with("markup", channel.markup() == Channel.Markup.KEPT)
                .with("typing", channel.typing());
    }

    private JsonMap json(Connector connector) {
        List<JsonMap> on = hookups.of(connector.code()).stream()
                .map(ConnectorController::json)
                .toList();
        return JsonMap.of("code", connector.code())
                .with("name", connector.name())
                .with("builtIn", false)
                .with("clientId", connector.clientId())
                .with("icon", connector.look().icon())
                .with("settingsUrl", connector.look().settingsUrl())
                .with("options", connector.options())
                .with("lines", on);
    }

    private static JsonMap json(Hookup hookup) {
        return JsonMap.of("line", hookup.lineId())
                .with("active", hookup.active())
                .with("connected", hookup.connected())
                .with("registered", hookup.registered())
                .with("error", hookup.failed())
                .with("ready", hookup.ready())
                .with("data", hookup.data());
    }

    private static byte[] bytes(byte @Nullable [] body) {
        return body == null ? new byte[0] : body;
    }
}
