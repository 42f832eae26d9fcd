package openlines.runtime;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import openlines.bitrix24.event.DialogEvent;
import openlines.bitrix24.rest.Json;
import openlines.bot.DialogState;

/**
 * What the store keeps, as JSON. Reading bears with documents of another version: what is unknown is left out, what is
 * missing is as at the beginning.
 */
final class Documents {
    private static final ObjectMapper JSON = lenient();
    /** Reads only what has all that is known today. */
    private static final ObjectMapper WHOLE = JSON.copy()
            .configure(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES, true)
            .configure(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES, true);

    private static final LastWritten LAST = new LastWritten();

    private static final String KIND = "kind";
    private static final String BEGIN = "{\"" + KIND + "\":\"";

    private static final Map<String, Class<? extends DialogEvent>> EVENTS = Map.of(
            "message", DialogEvent.MessageAdded.class,
            "join", DialogEvent.BotJoined.class,
            "command", DialogEvent.CommandGiven.class);
    private static final Map<String, Class<? extends Letter>> LETTERS = Map.of(
            "message", Letter.Message.class,
            "lead", Letter.Lead.class,
            "queue", Letter.ToQueue.class,
            "line", Letter.ToLine.class,
            "employee", Letter.ToEmployee.class,
            "finish", Letter.Finish.class);

    private Documents() {}

    private static ObjectMapper lenient() {
        ObjectMapper mapper = Json.mapper()
                .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
                .configure(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, false);
        mapper.configOverride(List.class).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
        return mapper;
    }

    static String write(DialogEvent event) {
        return tagged(
                switch (event) {
                    case DialogEvent.MessageAdded _ -> "message";
                    case DialogEvent.BotJoined _ -> "join";
                    case DialogEvent.CommandGiven _ -> "command";
                },
                event);
    }

    static DialogEvent event(String document) {
        return untagged(EVENTS, document);
    }

    static String write(Letter letter) {
        return tagged(
                switch (letter) {
                    case Letter.Message _ -> "message";
                    case Letter.Lead _ -> "lead";
                    case Letter.ToQueue _ -> "queue";
                    case Letter.ToLine _ -> "line";
                    case Letter.ToEmployee _ -> "employee";
                    case Letter.Finish _ -> "finish";
                },
                letter);
    }

    static Letter letter(String document) {
        return untagged(LETTERS, document);
    }

    static String write(Remembered remembered) {
        return text(remembered);
    }

    /** What was remembered, over what a new dialog has. */
    static Remembered remembered(String document, Remembered fresh) {
        if (document.isEmpty()) {
            return fresh;
        }
        try {
            return WHOLE.readValue(document, Remembered.class);
        } catch (JsonProcessingException ofAnotherVersion) {
            return over(fresh, document);
        }
    }

    private static Remembered over(Remembered fresh, String document) {
        try {
            ObjectNode tree = JSON.valueToTree(fresh.with(DialogState.NEW));
            over(tree, JSON.readTree(document));
            return JSON.treeToValue(tree, Remembered.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a dialog's document can't be read", e);
        }
    }

    static JsonNode tree(Object value) {
        return JSON.valueToTree(value);
    }

    private static void over(ObjectNode under, JsonNode stored) {
        stored.properties().forEach(field -> {
            JsonNode known = under.get(field.getKey());
            if (known instanceof ObjectNode inner && field.getValue().isObject()) {
                over(inner, field.getValue());
            } else if (!field.getValue().isNull()) {
                under.set(field.getKey(), field.getValue());
            }
        });
    }

    /** The kind stands first, so that reading knows it before the rest. */
    private static String tagged(String kind, Object value) {
        String fields = text(value).substring(1);
        String document = BEGIN + kind + (fields.length() > 1 ? "\"," : "\"") + fields;
        LAST.put(document, value);
        return document;
    }

    private static <T> T untagged(Map<String, Class<? extends T>> kinds, String document) {
        try {
            Class<? extends T> type = kinds.get(kind(document));
            if (type == null) {
                throw new IllegalStateException("a document of an unknown kind");
            }
            Object written = LAST.get(document);
            return type.isInstance(written) ? type.cast(written) : JSON.readValue(document, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a document can't be read", e);
        }
    }

    private static String kind(String document) throws JsonProcessingException {
        return document.startsWith(BEGIN)
                ? document.substring(BEGIN.length(), document.indexOf('"', BEGIN.length()))
                : JSON.readTree(document).path(KIND).asText();
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a document can't be written", e);
        }
    }
}
