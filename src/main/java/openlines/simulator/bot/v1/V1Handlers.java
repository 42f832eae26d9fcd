package openlines.simulator.bot.v1;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openlines.simulator.bot.HandlerUrls;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.RestError;

/** The handler addresses of a first-generation bot: one for each event, or one for all. */
@Singleton
final class V1Handlers {

    static final String MESSAGE_ADD = "MESSAGE_ADD";
    static final String MESSAGE_UPDATE = "MESSAGE_UPDATE";
    static final String MESSAGE_DELETE = "MESSAGE_DELETE";
    static final String WELCOME_MESSAGE = "WELCOME_MESSAGE";
    static final String BOT_DELETE = "BOT_DELETE";

    private static final Map<String, String> REQUIRED = Map.of(
            MESSAGE_ADD, "Message add",
            WELCOME_MESSAGE, "Welcome message",
            BOT_DELETE, "Bot delete");

    private final HandlerUrls urls;

    V1Handlers(HandlerUrls urls) {
        this.urls = urls;
    }

    /** What the parameters name, by event. */
    Map<String, String> given(Parameters params) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String event : List.of(MESSAGE_ADD, MESSAGE_UPDATE, MESSAGE_DELETE, WELCOME_MESSAGE, BOT_DELETE)) {
            String url = params.text("EVENT_" + event)
                    .filter(own -> !own.isEmpty())
                    .orElse(params.text("EVENT_HANDLER", ""));
            if (!url.isEmpty()) {
                require(event, url);
                found.put(event, url);
            }
        }
        return found;
    }

    /** The same, with nothing missing that a bot can't be without. */
    Map<String, String> complete(Parameters params) {
        Map<String, String> found = given(params);
        for (String event : List.of(MESSAGE_ADD, WELCOME_MESSAGE, BOT_DELETE)) {
            if (!found.containsKey(event)) {
                throw missing(event, String.valueOf(REQUIRED.get(event)));
            }
        }
        return found;
    }

    String command(Parameters params) {
        String url = params.text("EVENT_COMMAND_ADD", "");
        if (url.isEmpty()) {
            throw missing("COMMAND_ADD", "Command add");
        }
        require("COMMAND_ADD", url);
        return url;
    }

    private void require(String event, String url) {
        if (!urls.valid(url)) {
            throw RestError.of("EVENT_" + event + "_ERROR", "Wrong handler URL");
        }
    }

    private static RestError missing(String event, String words) {
        return RestError.of("EVENT_" + event + "_ERROR", "Handler for \"" + words + "\" event isn't specified");
    }
}
