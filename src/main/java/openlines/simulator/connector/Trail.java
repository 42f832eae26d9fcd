package openlines.simulator.connector;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import openlines.simulator.engine.Json;
import openlines.simulator.engine.Kept;

/** Which message has which id outside: those that came in, and those that went out and were confirmed. */
@Singleton
public final class Trail implements Kept {

    /** A message that left the portal; without ids until the connector confirms its delivery. */
    public record Outgone(List<String> ids, boolean delivered, Instant confirmed) {
        static final Outgone UNCONFIRMED = new Outgone(List.of(), false, Instant.EPOCH);
    }

    private final Map<String, Long> incoming = new TreeMap<>();
    private final Set<Long> fromOutside = new TreeSet<>();
    private final Map<Long, Outgone> outgoing = new TreeMap<>();

    void cameIn(String key, long message) {
        incoming.put(key, message);
        fromOutside.add(message);
    }

    /** A message that brought no id of its own. */
    void cameIn(long message) {
        fromOutside.add(message);
    }

    Optional<Long> incoming(String key) {
        return Optional.ofNullable(incoming.get(key));
    }

    boolean fromOutside(long message) {
        return fromOutside.contains(message);
    }

    void wentOut(long message) {
        outgoing.put(message, Outgone.UNCONFIRMED);
    }

    void confirmed(long message, List<String> ids, Instant when) {
        outgoing.put(message, new Outgone(ids, true, when));
    }

    public Optional<Outgone> outgoing(long message) {
        return Optional.ofNullable(outgoing.get(message));
    }

    @Override
    public String name() {
        return "connector-trail";
    }

    private record Saved(Map<String, Long> incoming, Set<Long> fromOutside, Map<Long, Outgone> outgoing) {}

    @Override
    public JsonNode save() {
        return Json.tree(new Saved(incoming, new TreeSet<>(fromOutside), outgoing));
    }

    @Override
    public void load(JsonNode saved) {
        clear();
        Saved trail = Json.read(saved, new TypeReference<Saved>() {});
        incoming.putAll(trail.incoming);
        fromOutside.addAll(trail.fromOutside);
        outgoing.putAll(trail.outgoing);
    }

    @Override
    public void clear() {
        incoming.clear();
        fromOutside.clear();
        outgoing.clear();
    }
}
