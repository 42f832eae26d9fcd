package openlines.runtime;

import java.util.List;
import java.util.Map;
import openlines.store.BotEntry.Generation;
import openlines.store.Portal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers the bots at a portal that has just installed the application. */
final class Installing {
    private static final Logger LOG = LoggerFactory.getLogger(Installing.class);

    private final Registration registration;
    private final Quiet quiet;
    private volatile String handler = "";

    Installing(Registration registration, Quiet quiet) {
        this.registration = registration;
        this.quiet = quiet;
    }

    /** Where events are to be sent, known once the server listens. */
    void listensAt(String address) {
        handler = address;
    }

    /** Answers the portal first, and registers then: the portal waits for no handler long. */
    void installed(Portal portal) {
        quiet.enter();
        Thread.ofVirtual().name("install").start(() -> {
            try {
                List<String> told = registration.register(
                        new Registration.Wanted("", portal.domain(), handler, Map.of(), Generation.V2));
                told.forEach(words -> LOG.info("portal {}: {}", portal, words));
            } catch (RuntimeException e) {
                LOG.error("portal {}: bots could not be registered: {}", portal, e.getMessage());
            } finally {
                quiet.leave();
            }
        });
    }
}
