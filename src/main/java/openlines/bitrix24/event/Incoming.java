package openlines.bitrix24.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A body as it came: the event's name, its data, and what claims to authenticate it.
 *
 * @param name upper case
 * @param data what happened
 * @param auth the top level's, not the bot's
 * @param stamp the queue's time, which a repeat of the same call has too
 */
public record Incoming(String name, Tree data, Tree auth, String stamp) {
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(PhpForm.DEPTH + 1)
                    .build())
            .build();

    /** Reads a form, or JSON where the body begins with a brace. */
    public static Incoming read(byte[] body) {
        if (body.length == 0) {
            throw new MalformedBody("an empty body");
        }
        Tree tree = first(body) == '{' ? json(body) : PhpForm.read(body);
        String name = tree.text("event");
        if (name.isEmpty()) {
            throw new MalformedBody("no event");
        }
        return new Incoming(name.toUpperCase(Locale.ROOT), tree.at("data"), tree.at("auth"), tree.text("ts"));
    }

    private static byte first(byte[] body) {
        int at = 0;
        while (at < body.length - 1 && body[at] <= ' ' && body[at] > 0) {
            at++;
        }
        return body[at];
    }

    private static Tree json(byte[] body) {
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedBody("not an object");
            }
            Tree tree = new Tree(object(parser));
            if (parser.nextToken() != null) {
                throw new MalformedBody("more than one object");
            }
            return tree;
        } catch (IOException e) {
            throw new MalformedBody("not JSON");
        }
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        var map = new LinkedHashMap<String, Object>();
        boolean named = parser.currentToken() == JsonToken.START_OBJECT;
        JsonToken end = named ? JsonToken.END_OBJECT : JsonToken.END_ARRAY;
        while (parser.nextToken() != end) {
            String name = named ? parser.currentName() : Integer.toString(map.size());
            JsonToken token = named ? parser.nextToken() : parser.currentToken();
            if (token == null) {
                throw new MalformedBody("not JSON");
            }
            map.put(name, token.isStructStart() ? object(parser) : scalar(parser, token));
            if (map.size() > PhpForm.KEYS) {
                throw new MalformedBody("more than " + PhpForm.KEYS + " keys");
            }
        }
        return map;
    }

    private static String scalar(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_NULL -> "";
            case VALUE_TRUE -> "1";
            case VALUE_FALSE -> "0";
            default -> parser.getText();
        };
    }
}
