package openlines.simulator.content;

import java.util.List;
import openlines.simulator.chat.Message;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.rest.Value;

/** The items that a bot of the first generation added to its message's context menu; none where it added none. */
public record Menu(long botId, List<JsonMap> items) {

    /** As {@link Hung} checked and stored it. */
    public static Menu of(Message message) {
        List<JsonMap> items = Value.list(Value.map(message.params().get("MENU")).get("ITEMS")).stream()
                .map(Value::map)
                .toList();
        return new Menu(message.authorId(), items);
    }
}
