package openlines.bot;

import java.util.List;

/** Puts arguments into a text. */
final class Template {
    private Template() {}

    static String fill(String text, List<Object> arguments) {
        if (arguments.isEmpty()) {
            return text;
        }
        var filled = new StringBuilder(text.length() + 32);
        int from = 0;
        for (Object argument : arguments) {
            int hole = text.indexOf("{}", from);
            if (hole < 0) {
                break;
            }
            filled.append(text, from, hole).append(harmless(String.valueOf(argument)));
            from = hole + 2;
        }
        return filled.append(text, from, text.length()).toString();
    }

    /**
     * What a customer wrote must not become a link or a button of ours. Assumed: a zero-width space behind the bracket
     * keeps the portal from reading a BB code; the pages name no escape.
     */
    static String harmless(String value) {
        return value.indexOf('[') < 0 ? value : value.replace("[", "[\u200B");
    }
}
