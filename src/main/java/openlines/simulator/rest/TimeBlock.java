package openlines.simulator.rest;

import java.time.Instant;
import openlines.simulator.engine.Dates;
import openlines.simulator.engine.JsonMap;

/** The {@code time} object of an answer: the portal's clock for the moments, the real processing time for the spans. */
record TimeBlock(Instant at, double seconds, Operating.Used used) {

    JsonMap json() {
        return span().with("operating_reset_at", used.resetAt().getEpochSecond())
                .with("operating", used.seconds());
    }

    /** As commands inside a batch have it: nothing about operating (observed). */
    JsonMap span() {
        double start = at.toEpochMilli() / 1000.0;
        return new JsonMap()
                .with("start", start)
                .with("finish", start + seconds)
                .with("duration", seconds)
                .with("processing", seconds)
                .with("date_start", Dates.atom(at))
                .with("date_finish", Dates.atom(at));
    }
}
