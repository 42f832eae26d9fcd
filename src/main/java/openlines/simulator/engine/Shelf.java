package openlines.simulator.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Things of one type by growing ids. */
public final class Shelf<T> {

    private final Class<T> type;
    private final long first;
    private final TreeMap<Long, T> things = new TreeMap<>();
    private long next;

    /** Kinds start at different numbers, so that an id taken for one of another kind is noticed. */
    public Shelf(Class<T> type, long first) {
        this.type = type;
        this.first = first;
        this.next = first;
    }

    public long nextId() {
        return next++;
    }

    public T put(long id, T thing) {
        things.put(id, thing);
        return thing;
    }

    public Optional<T> find(long id) {
        return Optional.ofNullable(things.get(id));
    }

    public @Nullable T remove(long id) {
        return things.remove(id);
    }

    public Collection<T> all() {
        return Collections.unmodifiableCollection(things.values());
    }

    public Collection<T> newestFirst() {
        return Collections.unmodifiableCollection(things.descendingMap().values());
    }

    public ObjectNode save() {
        ObjectNode saved = (ObjectNode) Json.tree(JsonMap.of("next", next));
        ObjectNode items = saved.putObject("items");
        things.forEach((id, thing) -> items.set(Long.toString(id), Json.tree(thing)));
        return saved;
    }

    public void load(JsonNode saved) {
        clear();
        next = saved.path("next").asLong(first);
        saved.path("items")
                .properties()
                .forEach(item -> things.put(Long.valueOf(item.getKey()), Json.read(item.getValue(), type)));
    }

    public void clear() {
        things.clear();
        next = first;
    }
}
