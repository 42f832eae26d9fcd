package openlines.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** The one clock of a test: portal and runtime both ask it, and only the test moves it. */
public final class TestClock implements InstantSource {
    private final TestPortal portal;
    private final InstantSource time;

    TestClock(TestPortal portal, InstantSource time) {
        this.portal = portal;
        this.time = time;
    }

    @Override
    public Instant instant() {
        return time.instant();
    }

    /** Moves on from timer to timer, the portal's and the runtime's; whatever one causes has ended before the next. */
    public void advance(Duration duration) {
        Instant target = instant().plus(duration);
        Optional<Instant> next = portal.settle();
        while (instant().isBefore(target)) {
            Instant stop = next.filter(timer -> timer.isAfter(instant()) && timer.isBefore(target))
                    .orElse(target);
            portal.control()
                    .post(
                            "clock",
                            Map.of("advance", Duration.between(instant(), stop).toString(), "stepwise", true));
            next = portal.settle();
        }
    }
}
