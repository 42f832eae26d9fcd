package openlines.simulator.connector;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A connector on one line, with the four flags that its settings page is shown.
 *
 * @param data the channel's own settings, as they were last given
 */
public record Hookup(
        String connector,
        long lineId,
        boolean active,
        boolean connected,
        boolean registered,
        boolean failed,
        Map<String, @Nullable Object> data) {

    public Hookup {
        data = new TreeMap<>(data);
    }

    static Hookup none(String connector, long lineId) {
        return new Hookup(connector, lineId, false, false, false, false, Map.of());
    }

    public Hookup activated(boolean on) {
        return new Hookup(connector, lineId, on, connected, registered, failed, data);
    }

    /** Saving the settings confirms both the connection and the registration (documented). */
    public Hookup configured(Map<String, @Nullable Object> settings) {
        return new Hookup(connector, lineId, active, true, true, failed, settings);
    }

    public Hookup failing(boolean on) {
        return new Hookup(connector, lineId, active, connected, registered, on, data);
    }

    public boolean isConfigured() {
        return connected && registered;
    }

    /** Enabled, configured and without an error: the portal's final status. */
    public boolean ready() {
        return active && isConfigured() && !failed;
    }
}
