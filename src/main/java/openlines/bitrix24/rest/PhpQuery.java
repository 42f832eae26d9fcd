package openlines.bitrix24.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes parameters as PHP's {@code http_build_query} does. */
final class PhpQuery {
    private PhpQuery() {}

    static String of(Map<String, ?> parameters) {
        var query = new StringBuilder();
        parameters.forEach((key, value) -> write(query, encoded(key), value));
        return query.toString();
    }

    private static void write(StringBuilder query, String key, Object value) {
        switch (value) {
            case Map<?, ?> map ->
                map.forEach((inner, item) -> {
                    if (item != null) {
                        write(query, key + "%5B" + encoded(String.valueOf(inner)) + "%5D", item);
                    }
                });
            case List<?> list -> {
                var map = new LinkedHashMap<Integer, Object>();
                list.forEach(item -> map.put(map.size(), item == null ? "" : item));
                write(query, key, map);
            }
            default -> {
                if (!query.isEmpty()) {
                    query.append('&');
                }
                query.append(key).append('=').append(encoded(value.toString()));
            }
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
