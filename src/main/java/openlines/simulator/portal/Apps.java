package openlines.simulator.portal;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import openlines.simulator.engine.Dice;
import openlines.simulator.engine.Facts;
import openlines.simulator.engine.Stock;

/** The applications of the portal. */
@Singleton
public final class Apps extends Stock<App> {

    private final Dice dice;
    private final Facts facts;

    Apps(Dice dice, Facts facts) {
        super("apps", App.class, 1);
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

    public void remove(App app) {
        shelf.remove(app.id());
        facts.emit(new AppRemoved(app.clientId()));
    }
}
