package openlines.nlp.entity;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Dates, times, durations, money, percents and numbers as one language says them; the longest reading wins. */
final class Grammar {
    private static final Map<String, Grammar> BUILT = new ConcurrentHashMap<>();

    private final Lexicon lexicon;
    private final Numbers numbers;
    private final SlotReader reader;
    private final Counting counting;
    private final Map<String, List<Template>> byWord = new HashMap<>();
    private final List<Template> bySlot = new ArrayList<>();
    private final Set<String> slotWords = new HashSet<>();
    private final Phrases<Integer> days;
    private final Phrases<String> times;
    private final Phrases<String> ranges;
    private final Phrases<String> ends;
    private final Phrases<String> dayparts;
    private final Phrases<String> greetings;
    private final Ranges joined;
    private final Tense tense;

    private Grammar(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.numbers = new Numbers(lexicon);
        this.reader = new SlotReader(lexicon, numbers);
        this.counting = new Counting(lexicon);
        this.days = lexicon.phrases("days", Integer.class::cast);
        this.times = lexicon.phrases("fixed-times", String::valueOf);
        this.ranges = lexicon.phrases("fixed-ranges", String::valueOf);
        this.ends = lexicon.phrases("fixed-ends", String::valueOf);
        this.dayparts = lexicon.phrases("dayparts", String::valueOf);
        this.greetings = lexicon.phrases("greetings", "idioms");
        this.joined = new Ranges(lexicon);
        this.tense = new Tense(lexicon);
        for (Map<String, ?> names : List.of(
                lexicon.numbers,
                lexicon.fractions,
                lexicon.multipliers,
                lexicon.halfHours,
                lexicon.articles,
                lexicon.ordinals,
                lexicon.months,
                lexicon.weekdays,
                lexicon.hours,
                lexicon.minutes,
                lexicon.units)) {
            slotWords.addAll(names.keySet());
        }
        slotWords.addAll(lexicon.durations.firsts());
        for (Meaning meaning : Meaning.values()) {
            lexicon.templates(meaning.list()).forEach(written -> index(new Template(meaning, written)));
        }
    }

    static Grammar of(String language) {
        return BUILT.computeIfAbsent(Lexicon.of(language).language, _ -> new Grammar(Lexicon.of(language)));
    }

    private void index(Template template) {
        if (template.open()) {
            bySlot.add(template);
        }
        template.starts()
                .forEach(word ->
                        byWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(template));
    }

    /** Everything it can read, from left to right, without overlaps; {@code taken} words are left alone. */
    List<Found> find(Words words, boolean[] taken, LocalDateTime now, boolean monthFirst) {
        Calendar calendar = new Calendar(now.toLocalDate(), monthFirst);
        List<Found> all = new ArrayList<>();
        int i = 0;
        while (i < words.size()) {
            Phrases.Hit<String> greeting = greetings.at(words, i);
            if (taken[i] || greeting != null) {
                i = greeting == null ? i + 1 : greeting.end();
                continue;
            }
            // "9am-6pm": what follows a dash is no part of a code, if what stands before it was read
            boolean goesOn = i > 1 && !all.isEmpty() && all.getLast().end() == i - 1;
            List<Found> here = at(words, i, goesOn, now, calendar);
            int end = here.isEmpty() ? i + 1 : here.getFirst().end();
            if (!here.isEmpty() && free(taken, i, end)) {
                all.addAll(here);
                i = end;
            } else {
                i++;
            }
        }
        return joined.join(words, new Dayparts(dayparts).settle(words, all));
    }

    private static boolean free(boolean[] taken, int from, int end) {
        for (int i = from; i < end; i++) {
            if (taken[i]) {
                return false;
            }
        }
        return true;
    }

    /** The longest reading at a word; two of the same length where one says a date and a time at once. */
    private List<Found> at(Words words, int i, boolean goesOn, LocalDateTime now, Calendar calendar) {
        List<Found> best = List.of();
        for (Template template : candidates(words, i, goesOn)) {
            Template.Match match = template.at(words, i, reader);
            if (match != null
                    && (best.isEmpty() || match.end() > best.getFirst().end())) {
                List<Found> found = meant(template.meaning, match, words, i, now, calendar);
                best = found.isEmpty() ? best : found;
            }
        }
        best = longest(best, fixed(words, i, calendar), new Amounts(lexicon, numbers).at(words, i));
        return best.isEmpty() ? weekdayPart(words, i, calendar) : best;
    }

    /** Montagabend: the day and its part in one word. */
    private List<Found> weekdayPart(Words words, int i, Calendar calendar) {
        for (Map.Entry<String, String> ending : lexicon.daypartEndings.entrySet()) {
            String word = words.at(i);
            String day = word.endsWith(ending.getKey())
                    ? word.substring(0, word.length() - ending.getKey().length())
                    : "";
            Integer weekday = day.length() < 4 ? null : lexicon.weekdays.get(day);
            if (weekday != null) {
                return List.of(
                        new Found("date", calendar.coming(weekday).toString(), i, i + 1),
                        new Found("daypart", ending.getValue(), i, i + 1));
            }
        }
        return List.of();
    }

    private static List<Found> longest(List<Found> said, @Nullable Found fixed, @Nullable Found amount) {
        List<Found> best = said;
        if (fixed != null && (best.isEmpty() || fixed.end() > best.getFirst().end())) {
            best = List.of(fixed);
        }
        return amount != null
                        && (best.isEmpty() || amount.end() > best.getFirst().end())
                ? List.of(amount)
                : best;
    }

    private List<Template> candidates(Words words, int i, boolean goesOn) {
        List<Template> said = byWord.getOrDefault(words.at(i), List.of());
        Word word = words.get(i);
        // "5к1" is a house, "A-12" and "x5" are no numbers
        if (word.letters() && words.glued(i) && words.get(i - 1).digits()) {
            return List.of();
        }
        boolean free = !words.glued(i)
                || goesOn
                || (!words.get(i - 1).letters() && !words.at(i - 1).equals("-"));
        boolean slot = word.digits() ? free : slotWords.contains(word.text()) || compound(words, i);
        if (!slot) {
            return said;
        }
        List<Template> both = new ArrayList<>(said);
        both.addAll(bySlot);
        return both;
    }

    private boolean compound(Words words, int i) {
        return !lexicon.compound.isEmpty() && words.get(i).letters() && numbers.at(words, i) != null;
    }

    private @Nullable Found fixed(Words words, int i, Calendar calendar) {
        Found best = null;
        Phrases.Hit<Integer> day = days.at(words, i);
        if (day != null) {
            best = new Found("date", calendar.today().plusDays(day.value()).toString(), i, day.end());
        }
        best = longer(best, "time", times.at(words, i), i, value -> value);
        best = longer(best, "duration", lexicon.durations.at(words, i), i, value -> value);
        best = longer(best, "date", ends.at(words, i), i, code -> Calendar.lastOf(calendar.range(code)));
        best = longer(best, "date-range", ranges.at(words, i), i, calendar::range);
        return longer(best, "daypart", dayparts.at(words, i), i, value -> value);
    }

    private static @Nullable Found longer(
            @Nullable Found best,
            String type,
            Phrases.@Nullable Hit<String> hit,
            int i,
            java.util.function.UnaryOperator<String> value) {
        return hit == null || (best != null && best.end() >= hit.end())
                ? best
                : new Found(type, value.apply(hit.value()), i, hit.end());
    }

    private List<Found> meant(
            Meaning meaning, Template.Match match, Words words, int i, LocalDateTime now, Calendar calendar) {
        Map<Slot, Object> slots = match.slots();
        int end = match.end();
        return switch (meaning) {
            case DATE ->
                counting.digitsCounted(words, end)
                        ? List.of()
                        : date(date(slots, told(calendar, words, i, end)), i, end);
            case SLASHED -> {
                boolean slash = words.at(i + 1).equals("/") || words.at(i + 2).equals("/");
                yield counting.digitsCounted(words, end)
                        ? List.of()
                        : date(told(calendar, words, i, end).slashed(slots, slash), i, end);
            }
            case WEEKDAY -> date(told(calendar, words, i, end).coming(weekday(slots)), i, end);
            case THIS_WEEKDAY -> date(calendar.thisWeek(weekday(slots)), i, end);
            case NEXT_WEEKDAY -> date(calendar.nextWeek(weekday(slots)), i, end);
            case LAST_WEEKDAY -> date(calendar.last(weekday(slots)), i, end);
            case AHEAD -> moved(length(slots), 1, now, i, end);
            case AGO -> moved(length(slots), -1, now, i, end);
            case DURATION -> {
                String length = length(slots);
                boolean each = slots.containsKey(Slot.ARTICLE) && counting.each(words, i);
                yield length == null || each ? List.of() : List.of(new Found("duration", length, i, end));
            }
            case DAYS_RANGE -> range(slots, calendar, i, end);
            case WHOLE_MONTH -> ranged(month(slots, told(calendar, words, i, end)), "date-range", i, end);
            case MONTH_END -> {
                String month = month(slots, told(calendar, words, i, end));
                yield ranged(month == null ? null : Calendar.lastOf(month), "date", i, end);
            }
            case WHOLE_YEAR -> {
                Integer year = Calendar.number(slots, Slot.YEAR);
                yield year == null || counting.digitsCounted(words, end)
                        ? List.of()
                        : ranged(Calendar.year(year), "date-range", i, end);
            }
            case HOURS_RANGE, HOURS_DOWN -> hours(meaning, slots, words, i, end);
            case HOUR -> counting.hour(words, end) ? time(meaning, slots, i, end) : List.of();
            case TO, PAST ->
                counting.minutes(words, i, slots.get(Slot.MINUTES) instanceof Integer told ? told : 0, end)
                        ? time(meaning, slots, i, end)
                        : List.of();
            case TIME -> {
                boolean rate =
                        slots.containsKey(Slot.HOUR1) && !slots.containsKey(Slot.HALF) && counting.rate(words, i);
                boolean counted = slots.containsKey(Slot.MINUTES) && counting.counted(words, end);
                yield rate || counted || counting.digitsCounted(words, end) ? List.of() : time(meaning, slots, i, end);
            }
            case HALF_PAST, HALF_TO, BEFORE_HALF, AFTER_HALF, ONE_QUARTER, THREE_QUARTERS, PAST_TO ->
                time(meaning, slots, i, end);
        };
    }

    private Calendar told(Calendar calendar, Words words, int i, int end) {
        return tense.past(words, i, end) ? calendar.behind() : calendar;
    }

    private static @Nullable String month(Map<Slot, Object> slots, Calendar calendar) {
        Integer month = Calendar.number(slots, Slot.MONTH);
        return month == null ? null : calendar.month(month, Calendar.number(slots, Slot.YEAR));
    }

    private static java.time.@Nullable LocalDate date(Map<Slot, Object> slots, Calendar calendar) {
        Slot day = slots.containsKey(Slot.DAY) ? Slot.DAY : slots.containsKey(Slot.NTH) ? Slot.NTH : Slot.DAY_DIGITS;
        return calendar.of(slots, day);
    }

    private static List<Found> date(java.time.@Nullable LocalDate date, int i, int end) {
        return date == null ? List.of() : List.of(new Found("date", date.toString(), i, end));
    }

    private static int weekday(Map<Slot, Object> slots) {
        Integer weekday = Calendar.number(slots, Slot.WEEKDAY);
        return weekday == null ? 1 : weekday;
    }

    private static @Nullable String length(Map<Slot, Object> slots) {
        if (slots.get(Slot.LENGTH) instanceof String fixed) {
            return fixed;
        }
        BigDecimal count = slots.get(Slot.COUNT) instanceof BigDecimal told ? told : BigDecimal.ONE;
        return slots.get(Slot.UNIT) instanceof String unit ? Spans.duration(count, unit) : null;
    }

    /** "In two hours" is a time, and a date where midnight lies between; "in two days" is a date. */
    private static List<Found> moved(@Nullable String length, int sign, LocalDateTime now, int i, int end) {
        if (length == null) {
            return List.of();
        }
        LocalDateTime then = Spans.moved(now, length, sign);
        if (!length.contains("T")) {
            return date(then.toLocalDate(), i, end);
        }
        List<Found> both = new ArrayList<>(date(then.toLocalDate(), i, end));
        both.add(new Found(
                "time", then.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString(), i, end));
        return both;
    }

    private static List<Found> time(Meaning meaning, Map<Slot, Object> slots, int i, int end) {
        Clock.Told told = Clock.of(meaning, slots);
        return told == null ? List.of() : List.of(new Found("time", told.time().toString(), i, end, told.confidence()));
    }

    private List<Found> hours(Meaning meaning, Map<Slot, Object> slots, Words words, int i, int end) {
        Integer first = Calendar.number(slots, Slot.HOUR);
        Integer last = Calendar.number(slots, Slot.HOUR2);
        boolean down = first != null && last != null && last < first;
        if ((meaning == Meaning.HOURS_DOWN && !down) || (words.get(end - 1).digits() && !counting.hour(words, end))) {
            return List.of();
        }
        return ranged(Clock.range(slots), "time-range", i, end);
    }

    private static List<Found> ranged(@Nullable String value, String type, int i, int end) {
        return value == null ? List.of() : List.of(new Found(type, value, i, end));
    }

    private static List<Found> range(Map<Slot, Object> slots, Calendar calendar, int i, int end) {
        java.time.LocalDate from = calendar.of(slots, Slot.DAY);
        java.time.LocalDate to = calendar.of(slots, Slot.DAY2);
        return from == null || to == null || to.isBefore(from)
                ? List.of()
                : List.of(new Found("date-range", from + "/" + to, i, end));
    }
}
