package openlines.simulator.line;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/** What the CRM tracker has to leave alone: words that come in while {@link #during} runs. */
@Singleton
public final class Untracked {

    private final Set<Long> messages = new HashSet<>();
    private boolean now;

    public Intake.Arrival during(Supplier<Intake.Arrival> work) {
        now = true;
        try {
            Intake.Arrival arrival = work.get();
            messages.add(arrival.message().id());
            return arrival;
        } finally {
            now = false;
        }
    }

    boolean now() {
        return now;
    }

    /** Each message is asked for once, when its fact is told. */
    boolean take(long message) {
        return messages.remove(message);
    }
}
