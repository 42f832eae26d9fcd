package openlines.nlp.entity;

import java.util.Set;

/** Whether a date that names no year lies behind: "ordered on the 12th", "Rechnung vom 12. November", "заказ от 12.11". */
final class Tense {
    /** A verb speaks of a date that is no further away. */
    private static final int NEAR = 3;

    private final Phrases<String> leads;
    private final Set<String> verbs;
    private final Set<String> ahead;

    Tense(Lexicon lexicon) {
        this.leads = lexicon.phrases("past-leads");
        this.verbs = lexicon.pastVerbs;
        this.ahead = lexicon.aheadLeads;
    }

    /** Whether the date from {@code start} up to {@code end} is told as past. */
    boolean past(Words words, int start, int end) {
        if (ahead.contains(words.at(start)) || ahead.contains(words.at(start - 1))) {
            return false;
        }
        return led(words, start) || verb(words, start - 1, -1) || verb(words, end, 1);
    }

    /** A lead touches the date; what reads the date may have taken its last word for the date's own. */
    private boolean led(Words words, int start) {
        for (int at = start - 2; at <= start; at++) {
            Phrases.Hit<String> lead = leads.at(words, at);
            if (lead != null && (lead.end() == start || lead.end() == start + 1)) {
                return true;
            }
        }
        return false;
    }

    /** A verb near the date and in its clause; "to be paid" is still to come. */
    private boolean verb(Words words, int from, int step) {
        for (int near = 0; near < NEAR; near++) {
            int at = from + near * step;
            if (at < 0
                    || at >= words.size()
                    || !(words.get(at).letters() || words.get(at).digits())) {
                return false;
            }
            if (verbs.contains(words.at(at))) {
                return !ahead.contains(words.at(at - 1)) && !ahead.contains(words.at(at + 1));
            }
        }
        return false;
    }
}
