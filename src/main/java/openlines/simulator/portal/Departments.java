package openlines.simulator.portal;

import jakarta.inject.Singleton;
import openlines.simulator.engine.Stock;

/** The company's departments. */
@Singleton
public final class Departments extends Stock<Departments.Department> {

    /** One department; the head may be 0 for none. */
    public record Department(long id, String name, long parent, long head) {}

    Departments() {
        super("departments", Department.class, 1);
    }

    public Department add(String name, long parent) {
        long id = shelf.nextId();
        return shelf.put(id, new Department(id, name, parent, 0));
    }

    public void head(long department, long user) {
        find(department).ifPresent(old -> shelf.put(department, new Department(old.id, old.name, old.parent, user)));
    }
}
