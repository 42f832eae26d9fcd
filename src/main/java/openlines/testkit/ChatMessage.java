package openlines.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A message as it stands in a chat of the portal.
 *
 * @param kind {@code customer}, {@code bot}, {@code employee} or {@code system}
 * @param hidden only operators see it
 * @param buttons the labels of the buttons below it
 */
record ChatMessage(long id, long author, String kind, String text, boolean hidden, List<String> buttons) {
    ChatMessage {
        buttons = List.copyOf(buttons);
    }

    static ChatMessage of(JsonNode message) {
        JsonNode params = message.path("params");
        return new ChatMessage(
                message.path("id").asLong(),
                message.path("authorId").asLong(),
                message.path("kind").asText(),
                message.path("text").asText(),
                params.path("SKIP_CONNECTOR").asText().equals("Y"),
                labels(params.path("KEYBOARD")));
    }

    /** The messages of a chat as the control face gives it, oldest first. */
    static List<ChatMessage> in(JsonNode chat) {
        var all = new ArrayList<ChatMessage>();
        chat.path("messages").forEach(message -> all.add(of(message)));
        return all;
    }

    boolean fromBot() {
        return kind.equals("bot") && !hidden;
    }

    private static List<String> labels(JsonNode keyboard) {
        var labels = new ArrayList<String>();
        (keyboard.isArray() ? keyboard : keyboard.path("BUTTONS")).forEach(button -> {
            if (button.hasNonNull("TEXT")) {
                labels.add(button.path("TEXT").asText());
            }
        });
        return labels;
    }
}
