package openlines.simulator.desk;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.event.Troubles;
import openlines.simulator.rest.Faults;

/** What was ordered to go wrong and still waits, of calls and of events. */
@Singleton
final class OrderedTroubles {

    private final Faults faults;
    private final Troubles troubles;

    OrderedTroubles(Faults faults, Troubles troubles) {
        this.faults = faults;
        this.troubles = troubles;
    }

    List<JsonMap> waiting() {
        Stream<JsonMap> calls = faults.waiting().stream()
                .map(fault -> JsonMap.of("error", fault.error())
                        .with("status", fault.status())
                        .with("delayMs", fault.delayMillis())
                        .with("drop", fault.drop())
                        .with("method", fault.method())
                        .with("count", fault.count()));
        Stream<JsonMap> events = troubles.waiting().stream()
                .map(trouble -> JsonMap.of("event", trouble.kind().name().toLowerCase(Locale.ROOT))
                        .with("name", trouble.name())
                        .with("count", trouble.count()));
        return Stream.concat(calls, events).toList();
    }
}
