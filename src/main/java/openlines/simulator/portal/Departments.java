package openlines.simulator.portal;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;
import openlines.simulator.engine.Kept;
import openlines.simulator.engine.Shelf;

/** The company's departments. */
@Singleton
public final class Departments implements Kept {

    /** One department; the head may be 0 for none. */
    public record Department(long id, String name, long parent, long head) {}

    private final Shelf<Department> shelf = new Shelf<>(Department.class, 1);

    public Department add(String name, long parent) {
        long id = shelf.nextId();
        return shelf.put(id, new Department(id, name, parent, 0));
    }

    public void head(long department, long user) {
        find(department).ifPresent(old -> shelf.put(department, new Department(old.id, old.name, old.parent, user)));
    }

    public Optional<Department> find(long id) {
        return shelf.find(id);
    }

    public Collection<Department> all() {
        return shelf.all();
    }

    @Override
    public String name() {
        return "departments";
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
