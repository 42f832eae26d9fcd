package openlines.simulator.event;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Predicate;
import openlines.simulator.engine.Stock;

/** Which application wants which events, and where. */
@Singleton
public final class Bindings extends Stock<Bindings.Binding> {

    /**
     * One handler.
     *
     * @param handler empty for an offline event
     * @param userId whose tokens the handler gets; 0 for those of whoever caused the event
     * @param boundBy who bound it
     * @param connector the source key of an offline queue
     * @param minTimeout seconds between two notices of offline events
     */
    public record Binding(
            long id,
            String clientId,
            String event,
            String handler,
            long userId,
            long boundBy,
            boolean offline,
            String connector,
            long minTimeout) {}

    Bindings() {
        super("bindings", Binding.class, 101);
    }

    public long nextId() {
        return shelf.nextId();
    }

    public void add(Binding binding) {
        shelf.put(binding.id, binding);
    }

    public List<Binding> find(Predicate<Binding> wanted) {
        return shelf.all().stream().filter(wanted).toList();
    }

    /** Whether anybody bound the event. */
    boolean any(String event) {
        return shelf.all().stream().anyMatch(binding -> binding.event().equals(event));
    }

    public int remove(Predicate<Binding> unwanted) {
        List<Binding> gone = find(unwanted);
        gone.forEach(binding -> shelf.remove(binding.id));
        return gone.size();
    }
}
