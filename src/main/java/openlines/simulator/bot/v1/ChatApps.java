package openlines.simulator.bot.v1;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.Optional;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.engine.Kept;
import openlines.simulator.engine.Shelf;

/** Applications inside chats, which keyboards may open: kept as they were given, since nothing but the page uses them. */
@Singleton
final class ChatApps implements Kept {

    /** One application of one bot. */
    record ChatApp(long id, long botId, String owner, String code, JsonMap settings) {}

    private final Shelf<ChatApp> shelf = new Shelf<>(ChatApp.class, 11);

    ChatApp add(long bot, String owner, String code, JsonMap settings) {
        long id = shelf.nextId();
        return shelf.put(id, new ChatApp(id, bot, owner, code, settings));
    }

    ChatApp put(ChatApp app) {
        return shelf.put(app.id, app);
    }

    Optional<ChatApp> find(long id) {
        return shelf.find(id);
    }

    void remove(ChatApp app) {
        shelf.remove(app.id);
    }

    @Override
    public String name() {
        return "chatApps";
    }

    @Override
    public JsonNode save() {
        return shelf.save();
    }

    @Override
    public void load(JsonNode saved) {
        shelf.load(saved);
    }

    @Override
    public void clear() {
        shelf.clear();
    }
}
