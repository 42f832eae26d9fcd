package openlines.simulator.event;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import openlines.simulator.engine.Fact;
import openlines.simulator.engine.FactListener;
import openlines.simulator.engine.Kept;
import openlines.simulator.engine.Shelf;
import openlines.simulator.portal.AppRemoved;

/** Which application wants to hear of which event, and where. */
@Singleton
public final class Bindings implements Kept, FactListener {

    /**
     * A handler of one event.
     *
     * @param event in upper case
     * @param userId whose tokens the handler gets; 0 for those of whoever caused the event
     */
    public record Binding(long id, String clientId, String event, String handler, long userId) {}

    private final Shelf<Binding> shelf = new Shelf<>(Binding.class, 501);

    public Binding add(String clientId, String event, String handler, long userId) {
        long id = shelf.nextId();
        return shelf.put(id, new Binding(id, clientId, upper(event), handler, userId));
    }

    /** How many were removed. */
    public int remove(Predicate<Binding> unwanted) {
        List<Binding> removed = find(unwanted);
        removed.forEach(binding -> shelf.remove(binding.id));
        return removed.size();
    }

    public List<Binding> find(Predicate<Binding> wanted) {
        return shelf.all().stream().filter(wanted).toList();
    }

    private static String upper(String event) {
        return event.toUpperCase(Locale.ROOT);
    }

    @Override
    public void hear(Fact fact) {
        if (fact instanceof AppRemoved removed) {
            remove(binding -> binding.clientId.equals(removed.clientId()));
        }
    }

    @Override
    public String name() {
        return "event-bindings";
    }

    @Override
    public JsonNode save() {
        return shelf.save();
    }

    @Override
    public void load(JsonNode saved) {
        shelf.load(saved);
    }

    @Override
    public void clear() {
        shelf.clear();
    }
}
