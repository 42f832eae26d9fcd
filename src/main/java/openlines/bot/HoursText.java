package openlines.bot;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads working hours as people write them: {@code mon-fri}, {@code 9:00-18:00}. */
final class HoursText {
    private static final Pattern SPAN = Pattern.compile("(\\d{1,2}):(\\d{2})\\s*[-–]\\s*(\\d{1,2}):(\\d{2})");

    private HoursText() {}

    static List<DayOfWeek> days(String words) {
        var days = new ArrayList<DayOfWeek>();
        for (String part : words.split(",", -1)) {
            String[] ends = part.strip().split("\\s*[-–]\\s*", -1);
            if (ends.length > 2) {
                throw new IllegalArgumentException("'" + words + "' names no days; write mon-fri, or sat, sun");
            }
            DayOfWeek last = day(ends[ends.length - 1]);
            for (DayOfWeek day = day(ends[0]); ; day = day.plus(1)) {
                days.add(day);
                if (day == last) {
                    break;
                }
            }
        }
        return days;
    }

    private static DayOfWeek day(String word) {
        String sought = word.toUpperCase(Locale.ROOT);
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> sought.length() >= 3 && day.name().startsWith(sought))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + word + "' is no day of the week; write mon, tue, wed, thu, fri, sat or sun"));
    }

    static List<WorkingHours.Span> spans(String words) {
        var spans = new ArrayList<WorkingHours.Span>();
        for (String part : words.split(",", -1)) {
            Matcher found = SPAN.matcher(part.strip());
            if (!found.matches()) {
                throw new IllegalArgumentException(
                        "'" + part.strip() + "' names no hours; write 9:00-18:00, or 9:00-13:00, 14:00-18:00");
            }
            LocalTime from = time(found.group(1), found.group(2), part);
            LocalTime to = time(found.group(3), found.group(4), part);
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException(
                        "'" + part.strip() + "' ends before it begins; write the night's second half on the next day");
            }
            spans.add(new WorkingHours.Span(from, to));
        }
        return spans;
    }

    private static LocalTime time(String hour, String minute, String words) {
        int hours = Integer.parseInt(hour);
        int minutes = Integer.parseInt(minute);
        if (hours == 24 && minutes == 0) {
            return LocalTime.MAX;
        }
        if (hours > 23 || minutes > 59) {
            throw new IllegalArgumentException("'" + words.strip() + "' names no time of a day");
        }
        return LocalTime.of(hours, minutes);
    }

    static Optional<LocalDate> date(String words) {
        try {
            return Optional.of(LocalDate.parse(words.strip()));
        } catch (DateTimeParseException notOnce) {
            return Optional.empty();
        }
    }

    static MonthDay monthDay(String words) {
        try {
            return MonthDay.parse("--" + words.strip());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "'" + words + "' is no day; write 12-25 for every year, or 2026-12-24 for one", e);
        }
    }
}
