package openlines.simulator.crm;

import openlines.simulator.engine.Fact;
import openlines.simulator.engine.JsonMap;

/** An object was made or changed ({@code ADD}, {@code UPDATE}) by a user. */
public record CrmFact(Crm.Item item, String change, long by) implements Fact {

    /** {@code ONCRMLEADADD}, for one. */
    public String event() {
        return "ONCRM" + item.type().name() + change;
    }

    @Override
    public JsonMap json() {
        return JsonMap.of("type", item.type().name())
                .with("id", item.id())
                .with("change", change)
                .with("by", by);
    }
}
