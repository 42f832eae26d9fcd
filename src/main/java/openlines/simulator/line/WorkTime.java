package openlines.simulator.line;

import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import openlines.simulator.engine.SettableClock;

/** Whether a line works now, and when it will. */
@Singleton
public final class WorkTime {

    private final SettableClock clock;

    WorkTime(SettableClock clock) {
        this.clock = clock;
    }

    public boolean open(Line line) {
        if (!line.flag("WORKTIME_ENABLE")) {
            return true;
        }
        ZonedDateTime now = clock.instant().atZone(zone(line));
        return works(line, now.toLocalDate())
                && !now.toLocalTime().isBefore(from(line))
                && now.toLocalTime().isBefore(to(line));
    }

    /** Until the line opens next; empty where it never does. */
    Optional<Duration> untilOpen(Line line) {
        Instant now = clock.instant();
        ZoneId zone = zone(line);
        LocalDate today = now.atZone(zone).toLocalDate();
        for (LocalDate day = today; day.isBefore(today.plusDays(370)); day = day.plusDays(1)) {
            Instant opens = day.atTime(from(line)).atZone(zone).toInstant();
            if (works(line, day) && opens.isAfter(now)) {
                return Optional.of(Duration.between(now, opens));
            }
        }
        return Optional.empty();
    }

    /**
     * When the line's working day ends next; empty where it has none. A line whose working hours are not switched on has a
     * working day all the same, to be gone to the end of (assumed: the hours that its settings name).
     */
    public Optional<Instant> nextClosing(Line line) {
        Instant now = clock.instant();
        ZoneId zone = zone(line);
        LocalDate today = now.atZone(zone).toLocalDate();
        return today.datesUntil(today.plusDays(370))
                .filter(day -> works(line, day))
                .map(day -> day.atTime(to(line)).atZone(zone).toInstant())
                .filter(end -> end.isAfter(now))
                .findFirst();
    }

    private static boolean works(Line line, LocalDate day) {
        // MO, TU, WE ... are the first two letters of the English names
        String weekday = day.getDayOfWeek().name().substring(0, 2);
        String date = String.format(Locale.ROOT, "%d.%02d", day.getDayOfMonth(), day.getMonthValue());
        List<String> holidays = line.holidays().stream()
                .map(holiday -> holiday.startsWith("0") ? holiday.substring(1) : holiday)
                .toList();
        return !line.daysOff().contains(weekday) && !holidays.contains(date);
    }

    private static LocalTime from(Line line) {
        return time(line.text("WORKTIME_FROM"), LocalTime.MIN);
    }

    private static LocalTime to(Line line) {
        return time(line.text("WORKTIME_TO"), LocalTime.MAX);
    }

    /** {@code 09:00} as it is set, {@code 9}, {@code 0} or {@code 23.59} as the portal's figures show it. */
    private static LocalTime time(String text, LocalTime otherwise) {
        String[] parts = text.split("[:.]", -1);
        try {
            int hour = Integer.parseInt(parts[0]);
            int minute = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
            return hour == 24 ? LocalTime.MAX : LocalTime.of(hour, minute);
        } catch (NumberFormatException | DateTimeException e) {
            return otherwise;
        }
    }

    private static ZoneId zone(Line line) {
        try {
            String zone = line.text("WORKTIME_TIMEZONE");
            return zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
