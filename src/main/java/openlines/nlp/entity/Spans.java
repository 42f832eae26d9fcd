package openlines.nlp.entity;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Lengths of time: how they are written, and where they lead from now. */
final class Spans {
    private static final BigDecimal MOST = BigDecimal.valueOf(100_000);

    private Spans() {}

    /** ISO 8601, {@code PT90M} or {@code P14D}; null for what nobody means. */
    static @Nullable String duration(BigDecimal count, String unit) {
        if (count.compareTo(MOST) > 0 || count.signum() <= 0) {
            return null;
        }
        ChronoUnit length = ChronoUnit.valueOf(unit);
        boolean whole = count.stripTrailingZeros().scale() <= 0;
        if (length == ChronoUnit.YEARS && count.intValue() >= 1900) {
            return null; // "1990 года": a year, and no age
        }
        return switch (length) {
            case SECONDS, MINUTES, HOURS ->
                Duration.ofSeconds(seconds(count, length)).toString();
            case DAYS ->
                whole
                        ? "P" + count.intValue() + "D"
                        : Duration.ofSeconds(seconds(count, length)).toString();
            case WEEKS -> "P" + count.multiply(BigDecimal.valueOf(7)).intValue() + "D";
            case MONTHS -> whole ? "P" + count.intValue() + "M" : "P" + count.intValue() + "M15D";
            default ->
                whole
                        ? "P" + count.intValue() + "Y"
                        : "P" + count.multiply(BigDecimal.valueOf(12)).intValue() + "M";
        };
    }

    /** The moment so far from another. */
    static LocalDateTime moved(LocalDateTime from, String duration, int sign) {
        if (duration.contains("T")) {
            return from.plus(Duration.parse(duration).multipliedBy(sign));
        }
        return from.plus(Period.parse(duration).multipliedBy(sign));
    }

    private static long seconds(BigDecimal count, ChronoUnit unit) {
        return count.multiply(BigDecimal.valueOf(unit.getDuration().toSeconds()))
                .longValue();
    }
}
