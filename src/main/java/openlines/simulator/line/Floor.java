package openlines.simulator.line;

import jakarta.inject.Singleton;
import java.time.Instant;
import openlines.simulator.engine.SettableClock;

/** What every rule of a line looks at: the lines, their sessions, their staff and their hours. */
@Singleton
record Floor(Lines lines, Sessions sessions, Staff staff, WorkTime workTime, SettableClock clock) {

    Instant now() {
        return clock.instant();
    }

    Line lineOf(Session session) {
        return lines.get(session.lineId());
    }
}
