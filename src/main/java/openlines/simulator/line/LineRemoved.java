package openlines.simulator.line;

import openlines.simulator.engine.Fact;
import openlines.simulator.engine.JsonMap;

/** A line was deleted. */
public record LineRemoved(long lineId) implements Fact {

    @Override
    public JsonMap json() {
        return JsonMap.of("lineId", lineId);
    }
}
