package openlines.bitrix24.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came over the wire, before it means anything: maps with scalars as leaves. A missing key, an empty text and a
 * {@code null} are the same, for the portal's forms leave out what is empty.
 */
public record Tree(Map<String, Object> fields) {
    public static final Tree EMPTY = new Tree(Map.of());

    /** What was fetched, as JSON. */
    public static Tree of(JsonNode node) {
        return value(node) instanceof Map<?, ?> ? new Tree(fields(node)) : EMPTY;
    }

    private static Object value(JsonNode node) {
        return node.isObject() || node.isArray() ? fields(node) : node.isNull() ? "" : node.asText();
    }

    private static Map<String, Object> fields(JsonNode node) {
        var map = new LinkedHashMap<String, Object>();
        if (node.isArray()) {
            node.forEach(item -> map.put(Integer.toString(map.size()), value(item)));
        } else {
            node.properties().forEach(field -> map.put(field.getKey(), value(field.getValue())));
        }
        return map;
    }

    /** The branch below a key; empty where there is none. */
    @SuppressWarnings("unchecked")
    public Tree at(String key) {
        Object value = fields.get(key);
        if (value instanceof Map<?, ?> map) {
            return new Tree((Map<String, Object>) map);
        }
        if (value instanceof List<?> list) {
            var map = new LinkedHashMap<String, Object>();
            list.forEach(item -> map.put(Integer.toString(map.size()), item == null ? "" : item));
            return new Tree(map);
        }
        return EMPTY;
    }

    public String text(String key) {
        Object value = fields.get(key);
        return value == null || value instanceof Map || value instanceof List ? "" : value.toString();
    }

    /** A number, 0 where there is none. */
    public long number(String key) {
        String text = text(key).strip();
        if (text.isEmpty() || text.length() > 18) {
            return 0;
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** {@code Y}, {@code 1} and {@code true} are yes. */
    public boolean flag(String key) {
        String text = text(key);
        return text.equals("Y") || text.equals("1") || text.equals("true");
    }

    /** The first of the keys that has a text. */
    public String either(String key, String other) {
        String text = text(key);
        return text.isEmpty() ? text(other) : text;
    }

    /** Keys whose values are branches, with them. */
    public List<Tree> branches() {
        var branches = new ArrayList<Tree>();
        fields.keySet().forEach(key -> {
            Tree branch = at(key);
            if (!branch.isEmpty()) {
                branches.add(branch);
            }
        });
        return branches;
    }

    public boolean isEmpty() {
        return fields.isEmpty();
    }
}
