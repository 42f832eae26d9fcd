package openlines.nlp.entity;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns what was said about a day into a date, seen from today; what has no year lies ahead, or behind where it is told so. */
final class Calendar {
    private final LocalDate today;
    private final boolean monthFirst;
    /** In which direction a day without a year is looked for. */
    private final int way;

    Calendar(LocalDate today, boolean monthFirst) {
        this(today, monthFirst, 1);
    }

    private Calendar(LocalDate today, boolean monthFirst, int way) {
        this.today = today;
        this.monthFirst = monthFirst;
        this.way = way;
    }

    /** The same, for what is told as past. */
    Calendar behind() {
        return new Calendar(today, monthFirst, -1);
    }

    LocalDate today() {
        return today;
    }

    @Nullable
    LocalDate of(Map<Slot, Object> slots, Slot daySlot) {
        Integer month = number(slots, slots.containsKey(Slot.MONTH) ? Slot.MONTH : Slot.MONTH_DIGITS);
        Integer day = number(slots, daySlot);
        if (day == null) {
            return null;
        }
        if (month == null) {
            return dayOfMonth(day);
        }
        Integer year = number(slots, Slot.YEAR);
        Integer two = number(slots, Slot.YEAR2);
        return date(year != null ? year : two != null ? Integer.valueOf(2000 + two) : null, month, day);
    }

    /** {@code 12/11/2026}: the month may stand first, where the first can be one or the line is American. */
    @Nullable
    LocalDate slashed(Map<Slot, Object> slots, boolean slash) {
        Integer first = number(slots, Slot.DAY_DIGITS);
        Integer second = number(slots, Slot.MONTH_DIGITS);
        if (first == null || second == null) {
            return null;
        }
        boolean swapped = slash && monthFirst && first <= 12;
        Integer year = number(slots, Slot.YEAR);
        Integer two = number(slots, Slot.YEAR2);
        return date(
                year != null ? year : two != null ? Integer.valueOf(2000 + two) : null,
                swapped ? first : second,
                swapped ? second : first);
    }

    private @Nullable LocalDate date(@Nullable Integer year, int month, int day) {
        try {
            if (year != null) {
                return LocalDate.of(year, month, day);
            }
            // the 29th of February waits for a leap year
            for (int years = 0; years < 9; years++) {
                YearMonth candidate = YearMonth.of(today.getYear() + way * years, month);
                if (candidate.isValidDay(day) && onTheWay(candidate.atDay(day))) {
                    return candidate.atDay(day);
                }
            }
            return null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private @Nullable LocalDate dayOfMonth(int day) {
        YearMonth month = YearMonth.from(today);
        for (int months = 0; months < 3; months++) {
            YearMonth candidate = month.plusMonths((long) way * months);
            if (candidate.isValidDay(day) && onTheWay(candidate.atDay(day))) {
                return candidate.atDay(day);
            }
        }
        return null;
    }

    private boolean onTheWay(LocalDate day) {
        return way > 0 ? !day.isBefore(today) : !day.isAfter(today);
    }

    /** The weekday that comes next, or was last; today's own is a week away. */
    LocalDate coming(int weekday) {
        return way < 0 ? last(weekday) : today.with(TemporalAdjusters.next(DayOfWeek.of(weekday)));
    }

    /** The weekday of this week, or today. */
    LocalDate thisWeek(int weekday) {
        LocalDate day =
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusDays(weekday - 1L);
        return day.isBefore(today) ? coming(weekday) : day;
    }

    /** The weekday of the week that begins with the next Monday. */
    LocalDate nextWeek(int weekday) {
        return today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).plusDays(weekday - 1L);
    }

    LocalDate last(int weekday) {
        return today.with(TemporalAdjusters.previous(DayOfWeek.of(weekday)));
    }

    /** {@code week+1}, {@code weekend+0}, {@code month-1}, {@code year+1} as {@code from/to}. */
    String range(String code) {
        int sign = Math.max(code.indexOf('+'), code.indexOf('-'));
        int shift = Integer.parseInt(code.substring(sign));
        LocalDate monday =
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(shift);
        return switch (code.substring(0, sign)) {
            case "week" -> monday + "/" + monday.plusDays(6);
            case "weekend" -> monday.plusDays(5) + "/" + monday.plusDays(6);
            case "month" -> {
                YearMonth month = YearMonth.from(today).plusMonths(shift);
                yield month.atDay(1) + "/" + month.atEndOfMonth();
            }
            default -> year(today.getYear() + shift);
        };
    }

    /** The last day of {@code from/to}. */
    static String lastOf(String range) {
        return range.substring(range.indexOf('/') + 1);
    }

    /** The month that is, that comes or that was last, or the year's own; whole. */
    String month(int month, @Nullable Integer year) {
        YearMonth now = YearMonth.from(today);
        YearMonth named = YearMonth.of(year == null ? today.getYear() : year, month);
        boolean elsewhere = way > 0 ? named.isBefore(now) : named.isAfter(now);
        YearMonth meant = year == null && elsewhere ? named.plusYears(way) : named;
        return meant.atDay(1) + "/" + meant.atEndOfMonth();
    }

    static String year(int year) {
        return LocalDate.of(year, 1, 1) + "/" + LocalDate.of(year, 12, 31);
    }

    static @Nullable Integer number(Map<Slot, Object> slots, Slot slot) {
        return slots.get(slot) instanceof Integer number ? number : null;
    }
}
