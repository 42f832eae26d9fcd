package openlines.simulator.rest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import openlines.simulator.engine.JsonMap;
import org.jspecify.annotations.Nullable;

/** Reads forms and query strings as PHP does: {@code a[b][0]=c} is a tree, {@code a[]=c} appends. */
public final class PhpForm {

    /** PHP drops a variable that is nested deeper (max_input_nesting_level). */
    private static final int DEEPEST = 64;

    private PhpForm() {}

    public static JsonMap parse(String form) {
        JsonMap tree = new JsonMap();
        int from = 0;
        while (from <= form.length()) {
            int end = form.indexOf('&', from);
            String pair = form.substring(from, end < 0 ? form.length() : end);
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String key = decode(equals < 0 ? pair : pair.substring(0, equals));
                put(tree, key, equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
            from = end < 0 ? form.length() + 1 : end + 1;
        }
        return tree;
    }

    /** Puts a value at a key with brackets. */
    static void put(JsonMap tree, String key, @Nullable Object value) {
        List<String> path = path(key);
        if (path.isEmpty() || path.size() > DEEPEST) {
            return;
        }
        JsonMap place = tree;
        for (String step : path.subList(0, path.size() - 1)) {
            String name = step.isEmpty() ? nextIndex(place) : step;
            if (place.get(name) instanceof JsonMap child) {
                place = child;
            } else {
                JsonMap child = new JsonMap();
                place.put(name, child);
                place = child;
            }
        }
        String last = path.getLast();
        place.put(last.isEmpty() ? nextIndex(place) : last, value);
    }

    private static List<String> path(String key) {
        int bracket = key.indexOf('[');
        List<String> path = new ArrayList<>();
        if (bracket <= 0 || key.indexOf(']', bracket) < 0) {
            String name = plain(key);
            return name.isEmpty() ? path : List.of(name);
        }
        path.add(plain(key.substring(0, bracket)));
        while (bracket >= 0 && bracket < key.length() && key.charAt(bracket) == '[') {
            int end = key.indexOf(']', bracket);
            if (end < 0) {
                break;
            }
            path.add(key.substring(bracket + 1, end));
            bracket = end + 1;
        }
        return path;
    }

    /** A PHP variable has no dots and no spaces in its name. */
    private static String plain(String name) {
        return name.strip().replace('.', '_').replace(' ', '_');
    }

    private static String nextIndex(JsonMap place) {
        int next = 0;
        for (String key : place.keySet()) {
            if (!key.isEmpty() && key.length() < 10 && key.chars().allMatch(c -> c >= '0' && c <= '9')) {
                next = Math.max(next, Integer.parseInt(key) + 1);
            }
        }
        return Integer.toString(next);
    }

    /** Percent and plus; what is no escape stays as it is, what is no UTF-8 becomes the replacement sign. */
    static String decode(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length; i++) {
            int high = raw[i] == '%' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(raw[i + 2], 16);
            if (low >= 0) {
                bytes.write(high * 16 + low);
                i += 2;
            } else {
                bytes.write(raw[i] == '+' ? ' ' : raw[i]);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
