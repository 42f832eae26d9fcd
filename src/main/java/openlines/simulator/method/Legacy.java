package openlines.simulator.method;

import java.util.regex.Pattern;

/** BB codes as the HTML-like text of old clients: the simple ones turned into tags. */
final class Legacy {

    private static final Pattern SIMPLE = Pattern.compile("\\[(/?)(b|i|u|s)\\]", Pattern.CASE_INSENSITIVE);
    private static final Pattern BREAK = Pattern.compile("\\[br\\]", Pattern.CASE_INSENSITIVE);

    private Legacy() {}

    static String html(String text) {
        return BREAK.matcher(SIMPLE.matcher(text).replaceAll("<$1$2>")).replaceAll("<br />");
    }
}
