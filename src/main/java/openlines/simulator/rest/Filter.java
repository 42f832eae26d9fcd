package openlines.simulator.rest;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openlines.simulator.engine.JsonMap;
import org.jspecify.annotations.Nullable;

/** The portal's filters: a field with an operator before its name, and a value or several. */
public final class Filter {

    private static final Pattern KEY = Pattern.compile("(!=?%|!%=?|!@|!=|>=|<=|=%|%=|[!=<>%@])?(.*)");

    private Filter() {}

    /** A field that the thing does not have matches nothing. */
    public static boolean matches(JsonMap filter, JsonMap thing) {
        return filter.entrySet().stream().allMatch(wanted -> {
            Matcher key = KEY.matcher(wanted.getKey());
            if (!key.matches()) {
                return false;
            }
            String operator = key.group(1) == null ? "" : key.group(1);
            String field = String.valueOf(key.group(2));
            return thing.containsKey(field) && matches(operator, thing.get(field), wanted.getValue());
        });
    }

    private static boolean matches(String operator, @Nullable Object value, @Nullable Object wanted) {
        if (operator.startsWith("!")) {
            return !matches(operator.substring(1), value, wanted);
        }
        List<String> values = texts(value);
        List<String> choices = texts(wanted);
        return values.stream().anyMatch(one -> choices.stream().anyMatch(choice -> matchesOne(operator, one, choice)));
    }

    private static boolean matchesOne(String operator, String value, String wanted) {
        return switch (operator) {
            case ">" -> compare(value, wanted) > 0;
            case ">=" -> compare(value, wanted) >= 0;
            case "<" -> compare(value, wanted) < 0;
            case "<=" -> compare(value, wanted) <= 0;
            case "%" -> value.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
            case "=%", "%=" -> like(value, wanted);
            default -> value.equalsIgnoreCase(wanted);
        };
    }

    /** {@code %} stands for any text. */
    private static boolean like(String value, String pattern) {
        StringBuilder regex = new StringBuilder();
        for (String part : pattern.split("%", -1)) {
            regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL | Pattern.UNICODE_CASE)
                .matcher(value)
                .matches();
    }

    private static int compare(String one, String other) {
        var left = Value.number(one);
        var right = Value.number(other);
        return left.isPresent() && right.isPresent() ? Long.compare(left.get(), right.get()) : one.compareTo(other);
    }

    /** Booleans as Y and N, so that true, 1 and Y are the same. */
    private static List<String> texts(@Nullable Object value) {
        if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
            return Value.list(value).stream().map(Filter::text).toList();
        }
        return List.of(text(value));
    }

    private static String text(@Nullable Object value) {
        String text = Value.text(value).orElse("");
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> "Y";
            case "false" -> "N";
            default -> text;
        };
    }
}
