package openlines.simulator.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import openlines.simulator.engine.Dates;
import openlines.simulator.engine.Facts;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.engine.Kept;
import openlines.simulator.engine.SettableClock;
import openlines.simulator.engine.Shelf;
import org.jspecify.annotations.Nullable;

/** All CRM objects: fields by their documented names, values as they were given. */
@Singleton
public final class Crm implements Kept {

    /** A kind of object, and the number that {@code crm.item.*} knows it by. */
    public enum EntityType {
        LEAD(1),
        DEAL(2),
        CONTACT(3),
        COMPANY(4);

        private final int entityTypeId;

        EntityType(int entityTypeId) {
            this.entityTypeId = entityTypeId;
        }

        public int entityTypeId() {
            return entityTypeId;
        }

        /** In any letter case. */
        public static Optional<EntityType> named(String name) {
            return List.of(values()).stream()
                    .filter(type -> type.name().equals(name.toUpperCase(Locale.ROOT)))
                    .findFirst();
        }
    }

    /** One object. */
    public record Item(EntityType type, long id, JsonMap fields) {

        public String text(String field) {
            return String.valueOf(fields.getOrDefault(field, ""));
        }

        public long assigned() {
            Object user = fields.get("ASSIGNED_BY_ID");
            return user == null ? 0 : Long.parseLong(user.toString());
        }
    }

    private final SettableClock clock;
    private final Facts facts;
    private final Map<EntityType, Shelf<Item>> shelves = new EnumMap<>(EntityType.class);

    Crm(SettableClock clock, Facts facts) {
        this.clock = clock;
        this.facts = facts;
        for (EntityType type : EntityType.values()) {
            shelves.put(type, new Shelf<>(Item.class, 1100L + 100L * type.entityTypeId));
        }
    }

    /** {@code by} is responsible unless the fields name somebody. */
    public Item add(EntityType type, Map<String, @Nullable Object> given, long by) {
        long id = shelf(type).nextId();
        JsonMap fields = JsonMap.of("ID", Long.toString(id));
        fields.putAll(given);
        fields.put("ID", Long.toString(id));
        String now = Dates.atom(clock.instant());
        fields.putIfAbsent(
                "TITLE", type.name().charAt(0) + type.name().substring(1).toLowerCase(Locale.ROOT) + " #" + id);
        fields.putIfAbsent("OPENED", "Y");
        fields.putIfAbsent("ASSIGNED_BY_ID", Long.toString(by));
        fields.putIfAbsent("CREATED_BY_ID", Long.toString(by));
        fields.put("MODIFY_BY_ID", Long.toString(by));
        fields.put("DATE_CREATE", now);
        fields.put("DATE_MODIFY", now);
        Item item = shelf(type).put(id, new Item(type, id, fields));
        facts.emit(new CrmFact(item, "ADD", by));
        return item;
    }

    public Item update(Item item, Map<String, @Nullable Object> changes, long by) {
        JsonMap fields = new JsonMap();
        fields.putAll(item.fields);
        fields.putAll(changes);
        fields.put("ID", Long.toString(item.id));
        fields.put("MODIFY_BY_ID", Long.toString(by));
        fields.put("DATE_MODIFY", Dates.atom(clock.instant()));
        Item changed = shelf(item.type).put(item.id, new Item(item.type, item.id, fields));
        facts.emit(new CrmFact(changed, "UPDATE", by));
        return changed;
    }

    public Optional<Item> find(EntityType type, long id) {
        return shelf(type).find(id);
    }

    public Collection<Item> all(EntityType type) {
        return shelf(type).all();
    }

    /** Whose messenger value this is: {@code imol|} and a line's user code, for one. */
    public Optional<Item> withMessenger(EntityType type, String value) {
        return all(type).stream()
                .filter(item -> messengers(item).contains(value))
                .findFirst();
    }

    /** The values of an object's messengers. */
    public static List<String> messengers(Item item) {
        return item.fields.get("IM") instanceof List<?> values
                ? values.stream()
                        .filter(Map.class::isInstance)
                        .map(value -> String.valueOf(((Map<?, ?>) value).get("VALUE")))
                        .toList()
                : List.of();
    }

    private Shelf<Item> shelf(EntityType type) {
        Shelf<Item> shelf = shelves.get(type);
        if (shelf == null) {
            throw new IllegalStateException("no shelf of " + type);
        }
        return shelf;
    }

    @Override
    public String name() {
        return "crm";
    }

    @Override
    public JsonNode save() {
        ObjectNode saved = JsonNodeFactory.instance.objectNode();
        shelves.forEach((type, shelf) -> saved.set(type.name(), shelf.save()));
        return saved;
    }

    @Override
    public void load(JsonNode saved) {
        shelves.forEach((type, shelf) -> shelf.load(saved.path(type.name())));
    }

    @Override
    public void clear() {
        shelves.values().forEach(Shelf::clear);
    }
}
