package openlines.simulator.connector;

import java.util.List;
import openlines.simulator.chat.Chat;
import openlines.simulator.engine.Fact;
import openlines.simulator.engine.JsonMap;

/** A connector confirmed that one of the portal's messages reached its customer. */
public record MessageDelivered(Chat chat, long messageId, List<String> externalIds) implements Fact {

    @Override
    public JsonMap json() {
        return JsonMap.of("chatId", chat.id()).with("messageId", messageId).with("externalIds", externalIds);
    }
}
