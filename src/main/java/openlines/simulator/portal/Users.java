package openlines.simulator.portal;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import openlines.simulator.engine.SettableClock;
import openlines.simulator.engine.Stock;
import openlines.simulator.portal.User.Kind;

/** Everybody who has a user id. */
@Singleton
public final class Users extends Stock<User> {

    private final InstantSource clock;

    Users(SettableClock clock) {
        super("users", User.class, 1);
        this.clock = clock;
    }

    public User add(Kind kind, String firstName, String lastName) {
        long id = shelf.nextId();
        return shelf.put(id, new User(id, kind, firstName, lastName, clock.instant()));
    }

    /** The user of an id that the portal itself gave out. */
    public User get(long id) {
        return find(id).orElseThrow(() -> new IllegalStateException("no user " + id));
    }

    public Optional<User> activeEmployee(long id) {
        return find(id).filter(user -> user.employee() && user.active());
    }

    public List<User> inDepartment(long department) {
        return shelf.all().stream()
                .filter(user -> user.employee() && user.departments().contains(department))
                .toList();
    }

    public void remove(long id) {
        shelf.remove(id);
    }
}
