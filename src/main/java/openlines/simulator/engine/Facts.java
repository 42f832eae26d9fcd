package openlines.simulator.engine;

import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Optional;

/** Facts of the running command, told to the listeners when it is done. */
@Singleton
public final class Facts {

    private final ArrayDeque<Fact> untold = new ArrayDeque<>();

    public void emit(Fact fact) {
        untold.add(fact);
    }

    Optional<Fact> take() {
        return Optional.ofNullable(untold.poll());
    }
}
