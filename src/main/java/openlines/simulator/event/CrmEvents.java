package openlines.simulator.event;

import jakarta.inject.Singleton;
import openlines.simulator.crm.CrmFact;
import openlines.simulator.engine.Fact;
import openlines.simulator.engine.FactListener;
import openlines.simulator.engine.JsonMap;

/** {@code ONCRMLEADADD} and the like. */
@Singleton
final class CrmEvents implements FactListener {

    private final Broadcast broadcast;

    CrmEvents(Broadcast broadcast) {
        this.broadcast = broadcast;
    }

    @Override
    public void hear(Fact fact) {
        if (fact instanceof CrmFact changed) {
            String id = Long.toString(changed.item().id());
            JsonMap data = JsonMap.of("FIELDS", JsonMap.of("ID", id));
            broadcast.send(
                    Broadcast.Event.of(changed.event(), changed.item().type() + id, data, changed.by()),
                    app -> app.scope().contains("crm"));
        }
    }
}
