package openlines.simulator.portal;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import openlines.simulator.engine.Kept;
import openlines.simulator.engine.SettableClock;
import openlines.simulator.engine.Shelf;
import openlines.simulator.portal.User.Kind;

/** Everybody who has a user id. */
@Singleton
public final class Users implements Kept {

    private final InstantSource clock;
    private final Shelf<User> shelf = new Shelf<>(User.class, 1);

    Users(SettableClock clock) {
        this.clock = clock;
    }

    public User add(Kind kind, String firstName, String lastName) {
        long id = shelf.nextId();
        return shelf.put(id, new User(id, kind, firstName, lastName, clock.instant()));
    }

    public Optional<User> find(long id) {
        return shelf.find(id);
    }

    /** The user of an id that the portal itself gave out. */
    public User get(long id) {
        return find(id).orElseThrow(() -> new IllegalStateException("no user " + id));
    }

    public Optional<User> activeEmployee(long id) {
        return find(id).filter(user -> user.employee() && user.active());
    }

    public Collection<User> all() {
        return shelf.all();
    }

    public List<User> inDepartment(long department) {
        return shelf.all().stream()
                .filter(user -> user.employee() && user.departments().contains(department))
                .toList();
    }

    public void remove(long id) {
        shelf.remove(id);
    }

    @Override
    public String name() {
        return "users";
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
