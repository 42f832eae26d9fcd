package openlines.simulator.connector;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.event.Broadcast;
import openlines.simulator.event.Broadcast.Event;

/** Switches connectors on and off on a line; the application hears when one goes off. */
@Singleton
public final class Switchboard {

    private final Connectors connectors;
    private final Hookups hookups;
    private final Broadcast broadcast;

    Switchboard(Connectors connectors, Hookups hookups, Broadcast broadcast) {
        this.connectors = connectors;
        this.hookups = hookups;
        this.broadcast = broadcast;
    }

    public Optional<Connector> find(String code) {
        return connectors.find(code);
    }

    public Collection<Connector> all() {
        return connectors.all();
    }

    /** The settings stay for the next time (assumed). */
    public void activate(Hookup hookup, boolean on, long by) {
        hookups.put(hookup.activated(on));
        if (hookup.active() && !on) {
            connectors.find(hookup.connector()).ifPresent(connector -> disabled(connector, hookup.lineId(), by));
        }
    }

    /** As {@code imconnector.set.error} would, which the pages name once and do not describe. */
    public void fail(Hookup hookup, boolean on) {
        hookups.put(hookup.failing(on));
    }

    private void disabled(Connector connector, long line, long by) {
        JsonMap data = JsonMap.of("connector", connector.code()).with("line", line);
        broadcast.send(
                Event.of("ONIMCONNECTORSTATUSDELETE", connector.code() + "|" + line, data, by),
                app -> app.clientId().equals(connector.clientId()));
    }
}
