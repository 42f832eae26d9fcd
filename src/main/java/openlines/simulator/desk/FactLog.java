package openlines.simulator.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import openlines.simulator.engine.Fact;
import openlines.simulator.engine.FactListener;
import openlines.simulator.engine.Json;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.engine.Kept;

/**
 * The last facts, each with a number, so that a listener who was away for a while can go on where it was.
 *
 * <p>It hears facts last, when all rules of the line have acted on them. While nobody listens it keeps nothing: then facts
 * cost a number each.
 */
@Singleton
@Order(Ordered.LOWEST_PRECEDENCE)
final class FactLog implements FactListener, Kept {

    private static final int KEPT = 5_000;
    private static final Duration ABSENCE = Duration.ofMinutes(1);

    /** A fact as it is told. */
    record Told(long number, String name, String data) {}

    private final FactView view;
    private final String life = UUID.randomUUID().toString().substring(0, 8);
    private final ArrayDeque<Told> told = new ArrayDeque<>();
    private long last;
    private boolean heard;
    private long lastHeard;

    FactLog(FactView view) {
        this.view = view;
    }

    @Override
    public void hear(Fact fact) {
        if (wanted()) {
            view.of(fact).ifPresent(json -> tell(String.valueOf(json.get("name")), json));
        } else {
            skip();
        }
    }

    synchronized void tell(String name, JsonMap data) {
        if (told.size() == KEPT) {
            told.removeFirst();
        }
        told.add(new Told(++last, name, Json.text(data)));
        notifyAll();
    }

    /** Whether somebody listens, or did a moment ago and may come back. */
    synchronized boolean wanted() {
        return heard && System.nanoTime() - lastHeard < ABSENCE.toNanos();
    }

    private synchronized void skip() {
        told.clear();
        last++;
    }

    /** The place after the last fact. */
    synchronized String place() {
        touch();
        return place(last);
    }

    String place(long number) {
        return life + "." + number;
    }

    /** The number behind a place; empty where the place is of another life, or what followed it is no longer known. */
    synchronized Optional<Long> number(String place) {
        touch();
        if (!place.startsWith(life + ".")) {
            return Optional.empty();
        }
        try {
            long number = Long.parseLong(place.substring(life.length() + 1));
            return known(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private boolean known(long number) {
        long first = told.isEmpty() ? last + 1 : told.getFirst().number;
        return number >= first - 1 && number <= last;
    }

    /** What followed {@code number}, as soon as there is something; empty where the log lost the thread meanwhile. */
    synchronized Optional<List<Told>> after(long number, Duration patience) throws InterruptedException {
        touch();
        long end = System.nanoTime() + patience.toNanos();
        while (known(number) && last == number) {
            long millis = (end - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                return Optional.of(List.of());
            }
            wait(millis);
        }
        touch();
        return known(number)
                ? Optional.of(told.stream().filter(fact -> fact.number > number).toList())
                : Optional.empty();
    }

    private void touch() {
        heard = true;
        lastHeard = System.nanoTime();
    }

    @Override
    public String name() {
        return "desk";
    }

    /** Nothing of it belongs to the portal's state; but a state that is put back makes void what was told before. */
    @Override
    public JsonNode save() {
        return NullNode.getInstance();
    }

    @Override
    public void load(JsonNode saved) {
        clear();
    }

    @Override
    public synchronized void clear() {
        told.clear();
        // no place before this one is known any more
        last += 2;
        notifyAll();
    }
}
