package openlines.simulator.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Optional;

/** A part of the portal's state that is things of one type, found by their ids. */
public abstract class Stock<T> implements Kept {

    protected final Shelf<T> shelf;
    private final String name;

    protected Stock(String name, Class<T> type, long firstId) {
        this.name = name;
        this.shelf = new Shelf<>(type, firstId);
    }

    public final Optional<T> find(long id) {
        return shelf.find(id);
    }

    /** By their ids, the lowest first. */
    public final Collection<T> all() {
        return shelf.all();
    }

    @Override
    public final String name() {
        return name;
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
