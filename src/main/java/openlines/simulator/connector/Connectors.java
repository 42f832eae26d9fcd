package openlines.simulator.connector;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import openlines.simulator.engine.Fact;
import openlines.simulator.engine.FactListener;
import openlines.simulator.engine.Json;
import openlines.simulator.engine.Kept;
import openlines.simulator.event.ConnectorOwner;
import openlines.simulator.portal.AppRemoved;

/** The connectors that applications registered; they go when their application goes (documented). */
@Singleton
public final class Connectors implements Kept, FactListener, ConnectorOwner {

    private final Hookups hookups;
    private final Map<String, Connector> byCode = new TreeMap<>();

    Connectors(Hookups hookups) {
        this.hookups = hookups;
    }

    /** New, or in place of the one with the same code. */
    public void put(Connector connector) {
        byCode.put(connector.code(), connector);
    }

    /** In any letter case: the portal keeps codes in lower case. */
    public Optional<Connector> find(String code) {
        return Optional.ofNullable(byCode.get(code.toLowerCase(Locale.ROOT)));
    }

    @Override
    public Optional<String> of(String connector) {
        return find(connector).map(Connector::clientId);
    }

    public Collection<Connector> all() {
        return byCode.values();
    }

    public void remove(Connector connector) {
        byCode.remove(connector.code());
        hookups.forget(connector.code());
    }

    @Override
    public void hear(Fact fact) {
        if (fact instanceof AppRemoved removed) {
            List.copyOf(byCode.values()).stream()
                    .filter(connector -> connector.clientId().equals(removed.clientId()))
                    .forEach(this::remove);
        }
    }

    @Override
    public String name() {
        return "connectors";
    }

    @Override
    public JsonNode save() {
        return Json.tree(byCode.values());
    }

    @Override
    public void load(JsonNode saved) {
        clear();
        Json.read(saved, new TypeReference<List<Connector>>() {}).forEach(this::put);
    }

    @Override
    public void clear() {
        byCode.clear();
    }
}
