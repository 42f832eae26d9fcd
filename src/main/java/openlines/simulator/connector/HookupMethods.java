package openlines.simulator.connector;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import openlines.simulator.connector.Arguments.Wording;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.line.Line;
import openlines.simulator.line.Lines;
import openlines.simulator.method.Group;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.RestMethod;
import openlines.simulator.rest.RestMethods;
import openlines.simulator.rest.Value;

/** {@code imconnector.activate}, {@code .status}, {@code .connector.data.set} and {@code .chat.name.set}: a connector on a line. */
@Singleton
final class HookupMethods implements RestMethods {

    private final Switchboard switchboard;
    private final Hookups hookups;
    private final Lines lines;
    private final Conversations conversations;
    private final Arguments arguments;

    HookupMethods(
            Switchboard switchboard, Hookups hookups, Lines lines, Conversations conversations, Arguments arguments) {
        this.switchboard = switchboard;
        this.hookups = hookups;
        this.lines = lines;
        this.conversations = conversations;
        this.arguments = arguments;
    }

    @Override
    public List<RestMethod> methods() {
        return Group.of("imopenlines", "imconnector")
                .addForApps("imconnector.activate", this::activate)
                .addForApps("imconnector.status", this::status)
                .addForApps("imconnector.connector.data.set", this::configure)
                .and(Group.of("imconnector")
                        .addForApps("imconnector.chat.name.set", this::rename)
                        .methods());
    }

    /** False for a connector or a line that does not exist: the page lists no error for that (assumed). */
    private Object activate(Call call) {
        Arguments.required(call, "CONNECTOR");
        Arguments.required(call, "LINE");
        if (call.params().raw("ACTIVE") == null) {
            throw Arguments.error("Argument 'ACTIVE' is null or empty");
        }
        boolean on = on(call);
        Optional<Hookup> hookup = hookup(call);
        hookup.ifPresent(found -> switchboard.activate(found, on, call.userId()));
        return hookup.isPresent();
    }

    /** By the page's own rule everything but an empty value and 0 enables, so {@code N} does, too. */
    private static boolean on(Call call) {
        Object given = call.params().raw("ACTIVE");
        String text = Value.text(given).orElse("");
        return !text.isEmpty() && !text.equals("0") && !Boolean.FALSE.equals(given);
    }

    private Object status(Call call) {
        Arguments.required(call, "CONNECTOR");
        String code = call.params().text("CONNECTOR", "");
        long line = call.params().id("LINE");
        Hookup hookup = hookup(call).orElse(Hookup.none(code, line));
        return JsonMap.of("LINE", line)
                .with("CONNECTOR", code)
                .with("ERROR", hookup.failed())
                .with("CONFIGURED", hookup.isConfigured())
                .with("STATUS", hookup.ready());
    }

    private Object configure(Call call) {
        Arguments.required(call, "CONNECTOR");
        Arguments.required(call, "LINE");
        Arguments.required(call, "DATA");
        Optional<Hookup> hookup = hookup(call);
        hookup.ifPresent(
                found -> hookups.put(found.configured(call.params().tree("DATA").all())));
        return hookup.isPresent();
    }

    private Optional<Hookup> hookup(Call call) {
        return switchboard
                .find(call.params().text("CONNECTOR", ""))
                .flatMap(connector ->
                        lines.find(call.params().id("LINE")).map(line -> hookups.of(connector.code(), line.id())));
    }

    private Object rename(Call call) {
        Parameters given = call.params();
        boolean incomplete =
                List.of("CONNECTOR", "LINE", "CHAT_ID", "NAME").stream().anyMatch(given::blank);
        if (incomplete) {
            throw missing();
        }
        Connector connector = arguments.connector(call, Wording.STATUS);
        Line line = arguments.line(call, connector, Wording.STATUS);
        if (!connector.options().group() && given.blank("USER_ID")) {
            throw missing();
        }
        boolean renamed = conversations.rename(
                connector, line, given.text("CHAT_ID", ""), given.text("USER_ID", ""), given.text("NAME", ""));
        if (!renamed) {
            throw RestError.of("CHAT_RENAMING_FAILED", "Failed to rename the chat");
        }
        return JsonMap.of("SUCCESS", true).with("DATA", JsonMap.of("RESULT", new JsonMap()));
    }

    private static RestError missing() {
        return Arguments.error("Required parameters `NAME`, `CHAT_ID`, `USER_ID`, `CONNECTOR`, or `LINE` are missing");
    }
}
