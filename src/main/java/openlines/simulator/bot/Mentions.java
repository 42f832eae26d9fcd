package openlines.simulator.bot;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The users that a text names: {@code [USER=5]Anna[/USER]}, in either letter case. */
public final class Mentions {

    private static final Pattern USER =
            Pattern.compile("\\[user=(\\d{1,18})[^\\]]*\\](.*?)\\[/user\\]", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Mentions() {}

    public static Set<Long> of(String text) {
        Matcher mention = USER.matcher(text);
        Set<Long> ids = new LinkedHashSet<>();
        while (mention.find()) {
            ids.add(Long.valueOf(mention.group(1)));
        }
        return ids;
    }

    /** The text without the mentions of {@code bots}; a comma behind one stays, as it does in the portal (observed). */
    public static String cut(String text, Set<Long> bots) {
        return USER.matcher(text)
                .replaceAll(mention ->
                        bots.contains(Long.valueOf(mention.group(1))) ? "" : Matcher.quoteReplacement(mention.group()))
                .strip();
    }
}
