package openlines.simulator.connector;

import jakarta.inject.Singleton;
import openlines.simulator.line.Line;
import openlines.simulator.line.Lines;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.RestError;

/** What the connector methods are called with, and how they refuse what they can't use. */
@Singleton
final class Arguments {

    private final Connectors connectors;
    private final Hookups hookups;
    private final Lines lines;

    Arguments(Connectors connectors, Hookups hookups, Lines lines) {
        this.connectors = connectors;
        this.hookups = hookups;
        this.lines = lines;
    }

    /** The same refusals in the words of the method's page. */
    enum Wording {
        MESSAGES(
                "The line with this ID is inactive or does not exist",
                "Failed to find a suitable provider for the connector"),
        DELETION(
                "Line with such ID is inactive or does not exist",
                "Could not find a suitable provider for the connector"),
        STATUS(
                "The line with this ID is inactive or does not exist",
                "Unable to find a suitable provider for the connector");

        private final String line;
        private final String provider;

        Wording(String line, String provider) {
            this.line = line;
            this.provider = provider;
        }
    }

    static Object required(Call call, String name) {
        Object value = call.params().raw(name);
        if (value == null || call.params().blank(name)) {
            throw error("Argument '" + name + "' is null or empty");
        }
        return value;
    }

    static RestError error(String description) {
        return RestError.of("ERROR_ARGUMENT", description);
    }

    /** Built-in channels have no provider that an application could feed. */
    Connector connector(Call call, Wording wording) {
        return connectors
                .find(call.params().text("CONNECTOR", ""))
                .orElseThrow(() -> RestError.of("IMCONNECTOR_NO_CORRECT_PROVIDER", wording.provider));
    }

    /**
     * An active line on which the connector is available; that a connector without its final status is refused in the
     * same words is assumed.
     */
    Line line(Call call, Connector connector, Wording wording) {
        return lines.find(call.params().id("LINE"))
                .filter(Line::active)
                .filter(line -> hookups.of(connector.code(), line.id()).ready())
                .orElseThrow(() -> RestError.of("NOT_ACTIVE_LINE", wording.line));
    }
}
