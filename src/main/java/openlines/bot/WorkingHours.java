package openlines.bot;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * When a company answers.
 *
 * @param week the hours of each day, in order; a day that is missing is closed
 * @param holidays days of every year that are closed
 * @param closed single days that are closed
 */
public record WorkingHours(Map<DayOfWeek, List<Span>> week, Set<MonthDay> holidays, Set<LocalDate> closed) {
    /** Nobody works: what a bot has that names no hours. */
    public static final WorkingHours NONE = new WorkingHours(Map.of(), Set.of(), Set.of());

    private static final int SEARCHED_DAYS = 400;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    public WorkingHours {
        var copy = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        week.forEach((day, spans) -> copy.put(day, List.copyOf(spans)));
        week = Map.copyOf(copy);
        holidays = Set.copyOf(holidays);
        closed = Set.copyOf(closed);
    }

    /** From one time of a day to a later one. */
    public record Span(LocalTime from, LocalTime to) {
        boolean has(LocalTime time) {
            return !time.isBefore(from) && time.isBefore(to);
        }

        @Override
        public String toString() {
            return CLOCK.format(from) + "–" + (to.equals(LocalTime.MAX) ? "24:00" : CLOCK.format(to));
        }
    }

    public boolean openAt(ZonedDateTime time) {
        return on(time.toLocalDate()).stream().anyMatch(span -> span.has(time.toLocalTime()));
    }

    /** The hours of one day; empty for a closed one. */
    public List<Span> on(LocalDate day) {
        return holidays.contains(MonthDay.from(day)) || closed.contains(day)
                ? List.of()
                : week.getOrDefault(day.getDayOfWeek(), List.of());
    }

    /** The next time the doors open, after this one; empty where they stay shut for a year. */
    public Optional<ZonedDateTime> nextOpening(ZonedDateTime time) {
        if (week.isEmpty()) {
            return Optional.empty();
        }
        for (int ahead = 0; ahead < SEARCHED_DAYS; ahead++) {
            LocalDate day = time.toLocalDate().plusDays(ahead);
            for (Span span : on(day)) {
                ZonedDateTime opens = day.atTime(span.from()).atZone(time.getZone());
                if (opens.isAfter(time)) {
                    return Optional.of(opens);
                }
            }
        }
        return Optional.empty();
    }

    /** One day's hours as they are said: {@code 09:00–13:00, 14:00–18:00}; empty for a closed day. */
    public String words(LocalDate day) {
        return on(day).stream().map(Span::toString).collect(Collectors.joining(", "));
    }

    /** These hours with some days' own: {@code with("mon-fri", "9:00-18:00")}. */
    public WorkingHours with(String days, String hours) {
        var more = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        more.putAll(week);
        HoursText.days(days).forEach(day -> more.put(day, HoursText.spans(hours)));
        return new WorkingHours(more, holidays, closed);
    }

    /** These hours but for a day that is closed: {@code 12-25} in every year, {@code 2026-12-24} once. */
    public WorkingHours closedOn(String day) {
        return HoursText.date(day)
                .map(date -> new WorkingHours(week, holidays, joined(closed, date)))
                .orElseGet(() -> new WorkingHours(week, joined(holidays, HoursText.monthDay(day)), closed));
    }

    private static <T> Set<T> joined(Set<T> some, T one) {
        var all = new ArrayList<>(some);
        all.add(one);
        return Set.copyOf(all);
    }
}
