package openlines.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.net.URI;
import openlines.simulator.Demo;
import openlines.simulator.engine.Engine;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.engine.Snapshots;
import openlines.simulator.event.Journal;
import openlines.simulator.event.Troubles;
import openlines.simulator.portal.Address;
import openlines.simulator.rest.Faults;
import openlines.simulator.rest.Limits;

/** The portal's state as a whole: taken, put back, or begun anew. */
@Singleton
final class Slate {

    private final Engine engine;
    private final Snapshots snapshots;
    private final Demo demo;
    private final Leftovers leftovers;

    Slate(Engine engine, Snapshots snapshots, Demo demo, Leftovers leftovers) {
        this.engine = engine;
        this.snapshots = snapshots;
        this.demo = demo;
        this.leftovers = leftovers;
    }

    /** What is no state of the portal and yet has to go. */
    @Singleton
    record Leftovers(Journal journal, Faults faults, Troubles troubles, Limits limits, Address address) {
        void clear() {
            journal.clear();
            faults.clear();
            troubles.clear();
            limits.clear();
        }
    }

    /** Where the portal listens. */
    URI portal() {
        return leftovers.address.url();
    }

    JsonNode take() {
        return snapshots.take();
    }

    Object restore(JsonNode snapshot) {
        if (!snapshot.path("now").isTextual()) {
            throw Refusal.bad("the body is no snapshot");
        }
        try {
            engine.run(() -> snapshots.restore(snapshot));
        } catch (RuntimeException e) {
            throw Refusal.bad("the body is no snapshot of this version");
        }
        return JsonMap.of("ok", true);
    }

    /** As at the start, webhook and all: the same seed gives the same codes. A real clock runs on. */
    Object reset() {
        snapshots.clear();
        leftovers.clear();
        return demo.seed();
    }
}
