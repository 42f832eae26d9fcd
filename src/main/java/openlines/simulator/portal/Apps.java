package openlines.simulator.portal;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import openlines.simulator.engine.Dice;
import openlines.simulator.engine.Facts;
import openlines.simulator.engine.Kept;
import openlines.simulator.engine.Shelf;

/** The applications of the portal. */
@Singleton
public final class Apps implements Kept {

    private final Dice dice;
    private final Facts facts;
    private final Shelf<App> shelf = new Shelf<>(App.class, 1);

    Apps(Dice dice, Facts facts) {
        this.dice = dice;
        this.facts = facts;
    }

    public App add(Set<String> scope, long userId) {
        long id = shelf.nextId();
        // a local application's id looks like local.<14 hex>.<8 digits> (observed)
        String clientId = "local." + dice.hex(14) + "." + (10_000_000 + id);
        return shelf.put(id, new App(id, clientId, dice.hex(50), dice.hex(32), scope, userId));
    }

    public Optional<App> find(String clientId) {
        return shelf.all().stream()
                .filter(app -> app.clientId().equals(clientId))
                .findFirst();
    }

    public Collection<App> all() {
        return shelf.all();
    }

    public void remove(App app) {
        shelf.remove(app.id());
        facts.emit(new AppRemoved(app.clientId()));
    }

    @Override
    public String name() {
        return "apps";
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
