package openlines.simulator.bot.v1;

import jakarta.inject.Singleton;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.engine.Stock;

/** Applications inside chats, which keyboards may open: kept as they were given, since nothing but the page uses them. */
@Singleton
final class ChatApps extends Stock<ChatApps.ChatApp> {

    /** One application of one bot. */
    record ChatApp(long id, long botId, String owner, String code, JsonMap settings) {}

    ChatApps() {
        super("chatApps", ChatApp.class, 11);
    }

    ChatApp add(long bot, String owner, String code, JsonMap settings) {
        long id = shelf.nextId();
        return shelf.put(id, new ChatApp(id, bot, owner, code, settings));
    }

    ChatApp put(ChatApp app) {
        return shelf.put(app.id, app);
    }

    void remove(ChatApp app) {
        shelf.remove(app.id);
    }
}
