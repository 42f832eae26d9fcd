package openlines.simulator.engine;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import openlines.simulator.Settings;

/** The portal's time: real, some times faster, or standing still until it is told to move. */
@Singleton
public final class SettableClock implements InstantSource {

    /** From {@code since} of the real time on, {@code simulated} runs at {@code speed}; speed 0 stands still. */
    public record Pace(Instant simulated, Instant since, double speed) {
        public boolean manual() {
            return speed == 0;
        }
    }

    private final InstantSource real;
    private final Optional<Instant> start;
    private volatile Pace pace;

    SettableClock(Settings settings) {
        this.real = settings.time();
        this.start = settings.start();
        this.pace = new Pace(settings.start().orElseGet(real::instant), real.instant(), settings.manual() ? 0 : 1);
    }

    @Override
    public Instant instant() {
        Pace now = pace;
        if (now.manual()) {
            return now.simulated;
        }
        long passed = Duration.between(now.since, real.instant()).toMillis();
        return now.simulated.plusMillis(Math.round(passed * now.speed)).truncatedTo(ChronoUnit.MILLIS);
    }

    public Pace pace() {
        return pace;
    }

    public void runAt(double speed) {
        pace = new Pace(instant(), real.instant(), speed);
    }

    /** Moves time forward to {@code moment}; never back, for ids and alarms grow with time. */
    void moveTo(Instant moment) {
        if (moment.isAfter(instant())) {
            pace = new Pace(moment, real.instant(), pace.speed);
        }
    }

    /** Sets any time, as only a reset or a restored snapshot may. */
    void restore(Instant moment) {
        pace = new Pace(moment, real.instant(), pace.speed);
    }

    /** To the time of the start, where the portal was given one. */
    void rewind() {
        start.ifPresent(this::restore);
    }

    /** How long to wait in real time until {@code moment}; empty where only a command moves time. */
    Optional<Duration> waitFor(Instant moment) {
        Pace now = pace;
        if (now.manual()) {
            return Optional.empty();
        }
        double millis = Duration.between(instant(), moment).toMillis() / now.speed;
        return Optional.of(Duration.ofMillis(Math.max(0, (long) Math.ceil(millis))));
    }
}
