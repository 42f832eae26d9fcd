package openlines.bot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** A record as the text that a button carries through the portal: {@code Picked?plan=basic}. */
public final class Payload {
    private Payload() {}

    public static String write(Record value) {
        var fields = new StringJoiner("&");
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            fields.add(component.getName() + "="
                    + URLEncoder.encode(Values.write(Reflection.read(component, value)), UTF_8));
        }
        return nameOf(value.getClass()) + "?" + fields;
    }

    static String nameOf(Class<?> type) {
        return type.getSimpleName();
    }

    /** The name before the question mark. */
    static String nameIn(String payload) {
        int mark = payload.indexOf('?');
        return mark < 0 ? payload : payload.substring(0, mark);
    }

    static <T extends Record> T read(Class<T> type, String payload) {
        var fields = fields(payload);
        RecordComponent[] components = type.getRecordComponents();
        Object[] arguments = Arrays.stream(components)
                .map(component -> Values.read(component.getType(), fields.getOrDefault(component.getName(), "")))
                .toArray();
        Constructor<T> constructor = Reflection.constructor(type);
        return Reflection.make(constructor, arguments);
    }

    private static Map<String, String> fields(String payload) {
        var fields = new LinkedHashMap<String, String>();
        int mark = payload.indexOf('?');
        if (mark < 0) {
            return fields;
        }
        for (String pair : payload.substring(mark + 1).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), UTF_8));
            }
        }
        return fields;
    }
}
