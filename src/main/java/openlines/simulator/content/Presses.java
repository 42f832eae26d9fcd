package openlines.simulator.content;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import openlines.simulator.chat.ChatFact;
import openlines.simulator.chat.Message;
import openlines.simulator.engine.Fact;
import openlines.simulator.engine.FactListener;
import openlines.simulator.engine.Json;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.engine.Kept;
import openlines.simulator.rest.Value;

/** Buttons that lock themselves after a click ({@code BLOCK=Y}) and were clicked; a changed message unlocks them. */
@Singleton
public final class Presses implements Kept, FactListener {

    private record Press(long message, int button) {}

    private final Set<Press> locked = new LinkedHashSet<>();

    /** False where the button is locked already. */
    public boolean press(Message message, int button, JsonMap keys) {
        Press press = new Press(message.id(), button);
        if (!Value.flag(keys.get("BLOCK"), false) || !keys.containsKey("COMMAND")) {
            return true;
        }
        return locked.add(press);
    }

    @Override
    public void hear(Fact fact) {
        if (fact instanceof ChatFact.MessageUpdated updated) {
            locked.removeIf(press -> press.message == updated.message().id());
        }
    }

    @Override
    public String name() {
        return "presses";
    }

    @Override
    public JsonNode save() {
        return Json.tree(locked);
    }

    @Override
    public void load(JsonNode saved) {
        locked.clear();
        locked.addAll(Json.read(saved, new TypeReference<List<Press>>() {}));
    }

    @Override
    public void clear() {
        locked.clear();
    }
}
