package openlines.nlp.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A phrase with its entities marked in place: {@code [Berlin](city)}, {@code [the big one](plan:team)}, and Rasa's
 * {@code [NYC]{"entity": "city", "value": "New York"}}.
 */
record MarkedText(String text, List<Mark> marks) {
    private static final Pattern MARK = Pattern.compile("\\[([^\\[\\]]+)](?:\\(([^()]*)\\)|\\{([^{}]*)})");
    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\"\\s*:\\s*\"([^\"]*)\"");

    static MarkedText parse(String marked, Consumer<String> complain) {
        Matcher found = MARK.matcher(marked);
        StringBuilder text = new StringBuilder();
        List<Mark> marks = new ArrayList<>();
        int read = 0;
        while (found.find()) {
            text.append(marked, read, found.start());
            read = found.end();
            String inner = found.group(1);
            String type = found.group(2) != null ? before(found.group(2)) : field(found.group(3), "entity", "");
            String value =
                    found.group(2) != null ? after(found.group(2), inner) : field(found.group(3), "value", inner);
            if (type.isBlank()) {
                complain.accept("'" + found.group() + "' does not name its entity; write [" + inner + "](type)");
            }
            marks.add(new Mark(text.length(), text.length() + inner.length(), type, value));
            text.append(inner);
        }
        text.append(marked, read, marked.length());
        return new MarkedText(text.toString(), marks);
    }

    private static String before(String label) {
        int colon = label.indexOf(':');
        return (colon < 0 ? label : label.substring(0, colon)).strip();
    }

    private static String after(String label, String otherwise) {
        int colon = label.indexOf(':');
        return colon < 0 ? otherwise : label.substring(colon + 1).strip();
    }

    private static String field(String fields, String name, String otherwise) {
        Matcher field = FIELD.matcher(fields);
        while (field.find()) {
            if (field.group(1).equals(name)) {
                return field.group(2);
            }
        }
        return otherwise;
    }
}
