package openlines.simulator.portal;

import openlines.simulator.engine.Fact;
import openlines.simulator.engine.JsonMap;

/** An application was uninstalled; what it left behind goes with it. */
public record AppRemoved(String clientId) implements Fact {

    @Override
    public JsonMap json() {
        return JsonMap.of("clientId", clientId);
    }
}
