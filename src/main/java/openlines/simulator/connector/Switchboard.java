package openlines.simulator.connector;

import jakarta.inject.Singleton;
import java.util.Optional;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.event.Announcer;
import openlines.simulator.event.Announcer.Announcement;

/** Switches connectors on and off on a line; the application hears when one goes off. */
@Singleton
public final class Switchboard {

    private final Connectors connectors;
    private final Hookups hookups;
    private final Announcer announcer;

    Switchboard(Connectors connectors, Hookups hookups, Announcer announcer) {
        this.connectors = connectors;
        this.hookups = hookups;
        this.announcer = announcer;
    }

    public Optional<Connector> find(String code) {
        return connectors.find(code);
    }

    /** The settings stay for the next time (assumed). */
    public void activate(Hookup hookup, boolean on, long by) {
        hookups.put(hookup.activated(on));
        if (hookup.active() && !on) {
            connectors.find(hookup.connector()).ifPresent(connector -> disabled(connector, hookup.lineId(), by));
        }
    }

    private void disabled(Connector connector, long line, long by) {
        JsonMap data = JsonMap.of("connector", connector.code()).with("line", line);
        announcer.tell(
                new Announcement("ONIMCONNECTORSTATUSDELETE", "event_handler_id", data, by),
                app -> app.clientId().equals(connector.clientId()));
    }
}
