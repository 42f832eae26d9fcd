package openlines.simulator.connector;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An external channel that an application brought into the portal.
 *
 * @param code its id, in lower case
 * @param clientId the application's
 */
public record Connector(String code, String name, String clientId, Look look, Options options) {

    /** How its tile looks, and where its settings page is. */
    public record Look(Map<String, @Nullable Object> icon, Map<String, @Nullable Object> disabled, String settingsUrl) {

        public Look {
            icon = new TreeMap<>(icon);
            disabled = new TreeMap<>(disabled);
        }
    }

    /**
     * What may flow through it.
     *
     * @param deletesExternal the channel may delete what its customers wrote
     * @param editsInternal changes of the portal's messages go out
     * @param deletesInternal deletions of the portal's messages go out
     * @param newsletter newsletters of the CRM reach its customers
     * @param systemMessages what the line itself says goes out
     * @param signature the author's name stands before the text
     * @param group one conversation a chat of the channel, not one a person
     */
    public record Options(
            boolean deletesExternal,
            boolean editsInternal,
            boolean deletesInternal,
            boolean newsletter,
            boolean systemMessages,
            boolean signature,
            boolean group) {}
}
