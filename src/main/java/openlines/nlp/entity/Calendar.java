package openlines.nlp.entity;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns what was said about a day into a date, seen from today; what has no year lies ahead. */
final class Calendar {
    private final LocalDate today;
    private final boolean monthFirst;

    Calendar(LocalDate today, boolean monthFirst) {
        this.today = today;
        this.monthFirst = monthFirst;
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
            for (int ahead = 0; ahead < 9; ahead++) {
                YearMonth candidate = YearMonth.of(today.getYear() + ahead, month);
                if (candidate.isValidDay(day) && !candidate.atDay(day).isBefore(today)) {
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
        for (int ahead = 0; ahead < 3; ahead++) {
            YearMonth candidate = month.plusMonths(ahead);
            if (candidate.isValidDay(day) && !candidate.atDay(day).isBefore(today)) {
                return candidate.atDay(day);
            }
        }
        return null;
    }

    /** The weekday that comes next; today's own is a week away. */
    LocalDate coming(int weekday) {
        return today.with(TemporalAdjusters.next(DayOfWeek.of(weekday)));
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

    /** The month that is or that comes, or the year's own; whole. */
    String month(int month, @Nullable Integer year) {
        YearMonth now = YearMonth.from(today);
        YearMonth named = YearMonth.of(year == null ? today.getYear() : year, month);
        YearMonth meant = year == null && named.isBefore(now) ? named.plusYears(1) : named;
        return meant.atDay(1) + "/" + meant.atEndOfMonth();
    }

    static String year(int year) {
        return LocalDate.of(year, 1, 1) + "/" + LocalDate.of(year, 12, 31);
    }

    static @Nullable Integer number(Map<Slot, Object> slots, Slot slot) {
        return slots.get(slot) instanceof Integer number ? number : null;
    }
}
