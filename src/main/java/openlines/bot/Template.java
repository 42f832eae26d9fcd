package openlines.bot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts arguments into a text: the next one into each {@code {}}, a map's values into {@code {name}}. */
final class Template {
    /** {@code {}}, {@code {name}}, {@code {name|words where it is empty}}, and the escape for a brace. */
    private static final Pattern HOLE = Pattern.compile("\\{\\{|\\{([A-Za-z][\\w.-]*)?(?:\\|([^{}]*))?}");

    private Template() {}

    static String fill(String text, List<Object> arguments) {
        if (arguments.isEmpty() || text.indexOf('{') < 0) {
            return text;
        }
        var named = new HashMap<Object, Object>();
        arguments.forEach(argument -> {
            if (argument instanceof Map<?, ?> values) {
                named.putAll(values);
            }
        });
        var inOrder = arguments.stream()
                .filter(argument -> !(argument instanceof Map<?, ?>))
                .iterator();
        return HOLE.matcher(text).replaceAll(hole -> {
            String name = hole.group(1);
            String filled = hole.group();
            if (filled.equals("{{")) {
                filled = named.isEmpty() ? filled : "{";
            } else if (name != null) {
                filled = named(named, name, hole.group(2) == null ? "" : hole.group(2), filled);
            } else if (inOrder.hasNext()) {
                filled = harmless(String.valueOf(inOrder.next()));
            }
            return Matcher.quoteReplacement(filled);
        });
    }

    private static String named(Map<Object, Object> values, String name, String otherwise, String hole) {
        if (!values.containsKey(name)) {
            return otherwise.isEmpty() ? hole : otherwise;
        }
        String value = String.valueOf(values.get(name));
        return value.isEmpty() ? otherwise : harmless(value);
    }

    /**
     * What a customer wrote must not become a link or a button of ours. Assumed: a zero-width space behind the bracket
     * keeps the portal from reading a BB code; the pages name no escape.
     */
    static String harmless(String value) {
        return value.indexOf('[') < 0 ? value : value.replace("[", "[\u200B");
    }
}
