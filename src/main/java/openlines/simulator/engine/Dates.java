package openlines.simulator.engine;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as the portal writes them; the simulated portal stands in UTC. */
public final class Dates {

    private static final DateTimeFormatter ATOM =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Dates() {}

    /** {@code 2026-03-13T16:50:15+00:00}. */
    public static String atom(Instant moment) {
        return ATOM.format(moment);
    }
}
