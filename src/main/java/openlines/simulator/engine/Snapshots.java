package openlines.simulator.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The portal's whole state as one JSON document, and back. */
@Singleton
public final class Snapshots {

    private final SettableClock clock;
    private final List<Kept> parts;

    Snapshots(SettableClock clock, List<Kept> parts) {
        this.clock = clock;
        this.parts = parts.stream().sorted(Comparator.comparing(Kept::name)).toList();
    }

    public ObjectNode take() {
        ObjectNode snapshot = JsonNodeFactory.instance.objectNode();
        snapshot.put("now", clock.instant().toString());
        parts.forEach(part -> snapshot.set(part.name(), part.save()));
        return snapshot;
    }

    /** A part that the snapshot does not name is emptied. */
    public void restore(JsonNode snapshot) {
        clock.restore(Instant.parse(snapshot.path("now").asText()));
        for (Kept part : parts) {
            JsonNode saved = snapshot.get(part.name());
            if (saved == null) {
                part.clear();
            } else {
                part.load(saved);
            }
        }
    }

    public void clear() {
        clock.rewind();
        parts.forEach(Kept::clear);
    }
}
