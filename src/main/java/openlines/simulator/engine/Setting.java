package openlines.simulator.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;

/** A part of the portal's state that is one value, and a usual one until it is set. */
public abstract class Setting<T> implements Kept {

    private final String name;
    private final T usual;
    private final Function<JsonNode, T> reading;
    private T value;

    protected Setting(String name, T usual, Function<JsonNode, T> reading) {
        this.name = name;
        this.usual = usual;
        this.reading = reading;
        this.value = usual;
    }

    protected final T value() {
        return value;
    }

    public final void set(T newValue) {
        value = newValue;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final JsonNode save() {
        return Json.tree(value);
    }

    @Override
    public final void load(JsonNode saved) {
        value = reading.apply(saved);
    }

    @Override
    public final void clear() {
        value = usual;
    }
}
