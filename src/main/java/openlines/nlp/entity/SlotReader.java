package openlines.nlp.entity;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills a template's slot from the words at a place. */
final class SlotReader {
    /** What fills the slot, and one past its last word. */
    record Filled(Object value, int end) {}

    private final Lexicon lexicon;
    private final Numbers numbers;

    SlotReader(Lexicon lexicon, Numbers numbers) {
        this.lexicon = lexicon;
        this.numbers = numbers;
    }

    @Nullable
    Filled fill(Slot slot, Words words, int at) {
        if (at >= words.size()) {
            return null;
        }
        return switch (slot) {
            case DAY, DAY2 -> day(words, at);
            case NTH -> nth(words, at);
            case DAY_DIGITS -> digits(words, at, 1, 2, 1, 31);
            case MONTH_DIGITS -> digits(words, at, 1, 2, 1, 12);
            case MONTH -> month(words, at);
            case YEAR -> digits(words, at, 4, 4, 1900, 2199);
            case YEAR2 -> words.glued(at + 1) && words.get(at + 1).digits() ? null : digits(words, at, 2, 2, 0, 99);
            case WEEKDAY -> weekday(words, at);
            case HOUR, HOUR2 -> hour(words, at);
            case HALF_HOUR -> named(lexicon.halfHours, words, at);
            case HOUR1 -> named(lexicon.hours, words, at);
            case HOUR_OF -> named(lexicon.hoursOf, words, at);
            case MINUTE -> digits(words, at, 2, 2, 0, 59);
            case MINUTES -> minutes(words, at);
            case HALF -> phrase(lexicon.halves, words, at);
            case LENGTH -> phrase(lexicon.durations, words, at);
            case COUNT -> {
                Numbers.Hit count = numbers.at(words, at);
                yield count == null ? null : new Filled(count.value(), count.end());
            }
            case ARTICLE -> named(lexicon.articles, words, at);
            case UNIT -> {
                String unit = lexicon.units.get(words.at(at));
                yield unit == null ? null : new Filled(unit, at + 1);
            }
        };
    }

    private static @Nullable Filled named(Map<String, Integer> names, Words words, int at) {
        Integer value = names.get(words.at(at));
        return value == null ? null : new Filled(value, at + 1);
    }

    private static @Nullable Filled phrase(Phrases<String> phrases, Words words, int at) {
        Phrases.Hit<String> hit = phrases.at(words, at);
        return hit == null ? null : new Filled(hit.value(), hit.end());
    }

    private @Nullable Filled day(Words words, int at) {
        Filled day = digits(words, at, 1, 2, 1, 31);
        if (day == null) {
            return nth(words, at);
        }
        return new Filled(day.value(), suffixEnd(words, day.end()));
    }

    /** 1st, 2-го, 3.; the first of two words, "twenty first", too. */
    private @Nullable Filled nth(Words words, int at) {
        Filled day = digits(words, at, 1, 2, 1, 31);
        if (day != null) {
            int end = suffixEnd(words, day.end());
            return end == day.end() ? null : new Filled(day.value(), end);
        }
        Integer one = lexicon.ordinals.get(words.at(at));
        if (one != null) {
            return new Filled(one, at + 1);
        }
        Integer ten = lexicon.numbers.get(words.at(at));
        int next = words.at(at + 1).equals("-") ? at + 2 : at + 1;
        Integer unit = lexicon.ordinals.get(words.at(next));
        if (ten == null || unit == null || unit >= 10) {
            return null;
        }
        return ten == 20 || ten == 30 ? new Filled(ten + unit, next + 1) : null;
    }

    private int suffixEnd(Words words, int at) {
        int from = words.at(at).equals("-") && words.glued(at) && words.glued(at + 1) ? at + 1 : at;
        return words.glued(from) && lexicon.suffixes.contains(words.at(from)) ? from + 1 : at;
    }

    private @Nullable Filled month(Words words, int at) {
        Filled month = named(lexicon.months, words, at);
        if (month == null) {
            return null;
        }
        // "Nov. 21", but not the end of a sentence
        boolean dotted = words.at(at).length() <= 4
                && words.at(at + 1).equals(".")
                && words.glued(at + 1)
                && at + 2 < words.size();
        return dotted ? new Filled(month.value(), at + 2) : month;
    }

    private @Nullable Filled weekday(Words words, int at) {
        Filled day = named(lexicon.weekdays, words, at);
        if (day == null || !lexicon.weakWeekdays.contains(words.at(at))) {
            return day;
        }
        if (words.size() == 1) {
            return day;
        }
        // capital, and something that a date would go on with: "Do, 5." or "am Fr."; but "So, jetzt" begins a sentence
        boolean capital = Character.isUpperCase(words.text.charAt(words.get(at).start()));
        int next = words.at(at + 1).equals(",") ? at + 2 : at + 1;
        boolean name = at + 2 < words.size()
                && words.get(at + 2).letters()
                && Character.isUpperCase(words.text.charAt(words.get(at + 2).start()));
        boolean goes = (words.at(at + 1).equals(".") && !name) // "Fr. Müller" is a lady
                || words.at(at + 1).equals("-")
                || (next < words.size() && words.get(next).digits());
        boolean told = at > 0 && lexicon.weekdayLeads.contains(words.at(at - 1));
        return capital && (goes || told) ? day : null;
    }

    private @Nullable Filled hour(Words words, int at) {
        if (words.get(at).digits()) {
            return digits(words, at, 1, 2, 0, 24);
        }
        Numbers.Hit spoken = numbers.whole(words, at, 24);
        return spoken == null ? null : new Filled(spoken.value().intValue(), spoken.end());
    }

    private @Nullable Filled minutes(Words words, int at) {
        Filled named = named(lexicon.minutes, words, at);
        if (named != null) {
            return named;
        }
        Numbers.Hit spoken = numbers.whole(words, at, 59);
        return spoken == null ? null : new Filled(spoken.value().intValue(), spoken.end());
    }

    private static @Nullable Filled digits(Words words, int at, int shortest, int longest, int least, int most) {
        Word word = words.get(at);
        if (!word.digits() || word.text().length() < shortest || word.text().length() > longest) {
            return null;
        }
        int value = 0;
        for (int i = 0; i < word.text().length(); i++) {
            value = value * 10 + Character.digit(word.text().charAt(i), 10);
        }
        return value >= least && value <= most ? new Filled(value, at + 1) : null;
    }
}
