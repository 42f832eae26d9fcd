package openlines.simulator.rest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import openlines.simulator.engine.JsonMap;
import org.jspecify.annotations.Nullable;

/** Reads one given value as leniently as PHP does. */
public final class Value {

    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,19}");

    private Value() {}

    public static boolean flag(@Nullable Object value, boolean otherwise) {
        String text = text(value).orElse("");
        return switch (text) {
            case "" -> otherwise;
            case "Y", "y", "1", "true", "True", "TRUE" -> true;
            default -> false;
        };
    }

    /** Empty for null and for a tree. */
    public static Optional<String> text(@Nullable Object value) {
        return switch (value) {
            case null -> Optional.empty();
            case Map<?, ?> _, Collection<?> _ -> Optional.empty();
            case Double number
            when number == Math.rint(number) && Math.abs(number) < 1e15 ->
                Optional.of(Long.toString(number.longValue()));
            default -> Optional.of(value.toString());
        };
    }

    /** Empty for all that is no whole number of 63 bits. */
    public static Optional<Long> number(@Nullable Object value) {
        return text(value)
                .map(String::strip)
                .filter(text -> WHOLE.matcher(text).matches())
                .flatMap(text -> {
                    try {
                        return Optional.of(Long.valueOf(text));
                    } catch (NumberFormatException tooLarge) {
                        return Optional.empty();
                    }
                });
    }

    /** A list by index where a map was meant; empty where it is neither. */
    public static JsonMap map(@Nullable Object value) {
        JsonMap map = new JsonMap();
        if (value instanceof Map<?, ?> given) {
            given.forEach((name, item) -> map.put(String.valueOf(name), item));
        } else if (value instanceof List<?> given) {
            for (int i = 0; i < given.size(); i++) {
                map.put(Integer.toString(i), given.get(i));
            }
        }
        return map;
    }

    /** The values of a map where a list was meant; empty where it is neither. */
    public static List<@Nullable Object> list(@Nullable Object value) {
        return new ArrayList<>(map(value).values());
    }
}
