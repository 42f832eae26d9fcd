package openlines.nlp.entity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Joins two dates with "from … to", "between … and" or a dash into one range. */
final class Ranges {
    private final Phrases<String> from;
    private final Phrases<String> to;
    private final Phrases<String> between;
    private final Phrases<String> and;

    private final Lexicon lexicon;

    Ranges(Lexicon lexicon) {
        this.lexicon = lexicon;
        from = lexicon.phrases("range-from");
        to = lexicon.phrases("range-to");
        between = lexicon.phrases("range-between");
        and = lexicon.phrases("range-and");
    }

    List<Found> join(Words words, List<Found> found) {
        List<Found> joined = new ArrayList<>();
        int i = 0;
        while (i < found.size()) {
            Found range = i + 1 < found.size() ? range(words, found.get(i), found.get(i + 1)) : null;
            joined.add(range == null ? found.get(i) : range);
            i += range == null ? 1 : 2;
        }
        return joined;
    }

    private @Nullable Found range(Words words, Found first, Found second) {
        boolean dates = first.type().equals("date") && second.type().equals("date");
        boolean times = first.type().equals("time") && second.type().equals("time");
        String last = last(words, first, second);
        // of a date and a time at one place ("in two hours") neither bounds anything
        if (!(dates || times)
                || first.start() == second.start()
                || first.value().compareTo(last) >= 0) {
            return null;
        }
        boolean opened = between.at(words, first.start() - 1) != null;
        boolean joined = links(opened ? and : to, words, first.end(), second.start())
                || (!opened && second.start() == pointed(words, first.end()) && to.at(words, second.start()) != null);
        if (!joined) {
            return null;
        }
        boolean lead = opened || from.at(words, first.start() - 1) != null;
        return new Found(
                dates ? "date-range" : "time-range",
                first.value() + "/" + last,
                lead ? first.start() - 1 : first.start(),
                second.end(),
                Math.min(first.confidence(), second.confidence()));
    }

    /** From Friday to Monday: the Monday after that Friday, though another one comes first. */
    private String last(Words words, Found first, Found second) {
        boolean weekday = second.type().equals("date") && lexicon.weekdays.containsKey(words.at(second.end() - 1));
        return weekday && first.type().equals("date") && second.value().compareTo(first.value()) <= 0
                ? LocalDate.parse(second.value()).plusDays(7).toString()
                : second.value();
    }

    /** Past the point of an abbreviation: "Mo. bis Fr." */
    private static int pointed(Words words, int end) {
        return words.at(end).equals(".") && words.glued(end) ? end + 1 : end;
    }

    private static boolean links(Phrases<String> words, Words text, int from, int until) {
        Phrases.Hit<String> link = words.at(text, pointed(text, from));
        return link != null && link.end() == until;
    }
}
