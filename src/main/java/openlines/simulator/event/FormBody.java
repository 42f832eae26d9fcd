package openlines.simulator.event;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a tree as PHP's {@code http_build_query} does: brackets for nesting, texts for all else. */
public final class FormBody {

    private FormBody() {}

    /** True is 1, false 0, null the empty text; an empty list or object leaves no trace. */
    public static String of(Map<String, @Nullable Object> tree) {
        StringBuilder body = new StringBuilder();
        tree.forEach((key, value) -> append(body, key, value));
        return body.toString();
    }

    private static void append(StringBuilder body, String key, @Nullable Object value) {
        switch (value) {
            case Map<?, ?> map -> map.forEach((name, item) -> append(body, key + "[" + name + "]", item));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    append(body, key + "[" + i + "]", list.get(i));
                }
            }
            case null -> pair(body, key, "");
            case Boolean flag -> pair(body, key, flag ? "1" : "0");
            default -> pair(body, key, value.toString());
        }
    }

    private static void pair(StringBuilder body, String key, String value) {
        if (!body.isEmpty()) {
            body.append('&');
        }
        body.append(URLEncoder.encode(key, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
