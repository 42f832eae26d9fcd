package openlines.simulator.line;

import openlines.simulator.engine.Fact;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.portal.User;

/** An employee came, went away, or was dismissed. */
public record PresenceChanged(User user) implements Fact {

    @Override
    public JsonMap json() {
        return JsonMap.of("userId", user.id())
                .with("presence", user.presence().name())
                .with("active", user.active());
    }
}
