package openlines.bitrix24.event;

import java.util.List;
import openlines.store.Portal;

/** Where authenticated events go: kept before this returns. */
public interface Arrivals {
    /** Keeps what happened in dialogs; a repeat is dropped. */
    void keep(Portal portal, List<DialogEvent> events);

    /** Takes note of what happened to the application or a bot. */
    void note(Portal portal, PortalEvent.ApplicationEvent event);
}
