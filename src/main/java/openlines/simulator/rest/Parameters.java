package openlines.simulator.rest;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openlines.simulator.engine.JsonMap;
import org.jspecify.annotations.Nullable;

/**
 * What a call was given, read as leniently as PHP does: numbers may be texts, lists may be maps by index, flags may be
 * {@code Y}, {@code 1} or {@code true}.
 *
 * <p>Names at the top are found in any letter case (assumed: the portal's figures write them in either).
 */
public final class Parameters {

    private final JsonMap values;

    public Parameters(JsonMap values) {
        this.values = values;
    }

    public static Parameters none() {
        return new Parameters(new JsonMap());
    }

    public JsonMap all() {
        return values;
    }

    public boolean has(String name) {
        return values.containsKey(key(name));
    }

    public @Nullable Object raw(String name) {
        return values.get(key(name));
    }

    /** Empty where it is absent, null, or no plain value. */
    public Optional<String> text(String name) {
        return Value.text(raw(name));
    }

    public String text(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    /** True where there is neither a text nor a tree. */
    public boolean blank(String name) {
        Object value = raw(name);
        return switch (value) {
            case null -> true;
            case Map<?, ?> map -> map.isEmpty();
            case Collection<?> list -> list.isEmpty();
            default -> Value.text(value).orElse("").isEmpty();
        };
    }

    /** Empty where it is absent or no whole number of 63 bits. */
    public Optional<Long> number(String name) {
        return Value.number(raw(name));
    }

    /** An id: 0 for all that is none. */
    public long id(String name) {
        return number(name).filter(id -> id > 0).orElse(0L);
    }

    public boolean flag(String name, boolean otherwise) {
        return Value.flag(raw(name), otherwise);
    }

    public Parameters tree(String name) {
        return new Parameters(Value.map(raw(name)));
    }

    public List<@Nullable Object> list(String name) {
        return Value.list(raw(name));
    }

    private String key(String name) {
        if (values.containsKey(name)) {
            return name;
        }
        for (String given : values.keySet()) {
            if (given.equalsIgnoreCase(name)) {
                return given;
            }
        }
        return name;
    }
}
