package openlines.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import openlines.bot.Reason;

/** How a line is told for what it is to call a bot in. */
public enum Place {
    WELCOME("WELCOME_BOT_ID", "is%s welcomed by %s"),
    NO_ANSWER("NO_ANSWER_BOT_ID", "%s calls %s in when nobody answers"),
    AFTER_HOURS("WORKTIME_DAYOFF_BOT_ID", "%s calls %s in out of hours"),
    CLOSING("CLOSE_BOT_ID", "%s calls %s in at the end");

    private final String field;
    private final String words;

    Place(String field, String words) {
        this.field = field;
        this.words = words;
    }

    public static Place of(Reason role) {
        return switch (role) {
            case WELCOME, RETURNED -> WELCOME;
            case NO_ANSWER -> NO_ANSWER;
            case AFTER_HOURS -> AFTER_HOURS;
            case CLOSING -> CLOSING;
        };
    }

    static Set<Place> allBut(Place one) {
        return EnumSet.complementOf(EnumSet.of(one));
    }

    /** Whether a line of these settings calls the bot in for it. */
    boolean has(JsonNode config, long bot) {
        return config.path(field).asLong(0) == bot;
    }

    /** The line's fields. */
    Map<String, Object> fields(long bot) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put(field, bot);
        if (this == WELCOME) {
            fields.put("WELCOME_BOT_ENABLE", "Y");
            fields.put("WELCOME_BOT_JOIN", "always");
            fields.put("WELCOME_BOT_LEFT", "queue");
        }
        return fields;
    }

    /** The line's fields when it calls nobody in any more. */
    public Map<String, Object> vacant() {
        return this == WELCOME ? Map.of(field, 0, "WELCOME_BOT_ENABLE", "N") : Map.of(field, 0);
    }

    /** What has become of the line, as the rest of a sentence. */
    String words(String bot, boolean isNew) {
        return String.format(words, isNew ? " now" : "", bot).strip();
    }
}
