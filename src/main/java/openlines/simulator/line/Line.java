package openlines.simulator.line;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One open line: its plain settings, its queue, and the few settings that are lists. */
public final class Line {

    /** A place in the queue: an employee, or everybody in a department. */
    public record Place(boolean department, long id) {}

    private long id;
    private final SortedMap<String, String> values = new TreeMap<>();
    private List<Place> queue = List.of();
    private List<String> daysOff = List.of();
    private List<String> holidays = List.of();
    private SortedMap<String, @Nullable Object> operatorCard = new TreeMap<>();
    private final SortedMap<String, List<Long>> alerted = new TreeMap<>();
    private Instant created = Instant.EPOCH;
    private long modifiedBy;
    /** Whom the last evenly distributed dialog went to. */
    private long lastServed;

    private Line() {}

    public Line(long id, Instant created) {
        this.id = id;
        this.created = created;
    }

    public long id() {
        return id;
    }

    public String name() {
        return text("LINE_NAME");
    }

    public boolean active() {
        return flag("ACTIVE");
    }

    public String text(String field) {
        String value = values.get(field);
        if (value != null) {
            return value;
        }
        LineFields.LineField known = LineFields.all().get(field);
        if (known == null) {
            throw new IllegalArgumentException("no setting " + field);
        }
        return known.initial();
    }

    public boolean flag(String field) {
        return text(field).equals("Y");
    }

    public long number(String field) {
        return Long.parseLong(text(field));
    }

    /** A number of seconds; empty where 0 switches the rule off. */
    public Optional<Duration> seconds(String field) {
        long seconds = number(field);
        return seconds > 0 ? Optional.of(Duration.ofSeconds(seconds)) : Optional.empty();
    }

    /** Stores the value if the field exists and takes it; the portal's page names no error for one that it does not. */
    public void set(String field, @Nullable Object value) {
        LineFields.LineField known = LineFields.all().get(field);
        String accepted = known == null ? null : known.accept(value);
        if (accepted != null) {
            values.put(field, accepted);
        }
    }

    public List<Place> queue() {
        return queue;
    }

    public void queue(List<Place> places) {
        queue = List.copyOf(places);
    }

    public List<String> daysOff() {
        return daysOff;
    }

    public void daysOff(List<String> days) {
        daysOff = List.copyOf(days);
    }

    /** {@code DD.MM} each. */
    public List<String> holidays() {
        return holidays;
    }

    public void holidays(List<String> dates) {
        holidays = List.copyOf(dates);
    }

    public Map<String, @Nullable Object> operatorCard() {
        return operatorCard;
    }

    public void operatorCard(Map<String, @Nullable Object> card) {
        operatorCard = new TreeMap<>(card);
    }

    /** Who hears of a late answer, by the name of the setting; null where it was never set. */
    public @Nullable List<Long> alerted(String field) {
        return alerted.get(field);
    }

    public void alerted(String field, List<Long> users) {
        alerted.put(field, List.copyOf(users));
    }

    public Instant created() {
        return created;
    }

    public long modifiedBy() {
        return modifiedBy;
    }

    public void modifiedBy(long user) {
        modifiedBy = user;
    }

    long lastServed() {
        return lastServed;
    }

    void served(long user) {
        lastServed = user;
    }
}
