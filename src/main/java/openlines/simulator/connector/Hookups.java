package openlines.simulator.connector;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import openlines.simulator.engine.Fact;
import openlines.simulator.engine.FactListener;
import openlines.simulator.engine.Json;
import openlines.simulator.engine.Kept;
import openlines.simulator.line.LineRemoved;

/** Which connector is set up on which line, and how far. */
@Singleton
public final class Hookups implements Kept, FactListener {

    private record Key(String connector, long lineId) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byCode = connector.compareTo(other.connector);
            return byCode != 0 ? byCode : Long.compare(lineId, other.lineId);
        }
    }

    private final Map<Key, Hookup> byKey = new TreeMap<>();

    public Hookup of(String connector, long line) {
        return byKey.getOrDefault(new Key(connector, line), Hookup.none(connector, line));
    }

    public List<Hookup> of(String connector) {
        return byKey.values().stream()
                .filter(hookup -> hookup.connector().equals(connector))
                .toList();
    }

    public void put(Hookup hookup) {
        byKey.put(new Key(hookup.connector(), hookup.lineId()), hookup);
    }

    void forget(String connector) {
        byKey.keySet().removeIf(key -> key.connector.equals(connector));
    }

    @Override
    public void hear(Fact fact) {
        if (fact instanceof LineRemoved removed) {
            byKey.keySet().removeIf(key -> key.lineId == removed.lineId());
        }
    }

    @Override
    public String name() {
        return "connector-hookups";
    }

    @Override
    public JsonNode save() {
        return Json.tree(byKey.values());
    }

    @Override
    public void load(JsonNode saved) {
        clear();
        Json.read(saved, new TypeReference<List<Hookup>>() {}).forEach(this::put);
    }

    @Override
    public void clear() {
        byKey.clear();
    }
}
