package openlines.simulator.bot.v2;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import openlines.simulator.bot.Bot;
import openlines.simulator.engine.Dates;
import openlines.simulator.engine.Json;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.engine.Kept;
import openlines.simulator.engine.SettableClock;

/**
 * Events that wait to be fetched, one queue a bot and one a user; an id is given once for all of them, so that one offset
 * confirms both.
 */
@Singleton
public final class EventQueues implements Kept {

    /** How long an event waits: told for users' queues, assumed for bots'. */
    private static final Duration LIFE = Duration.ofHours(24);

    /** A waiting event, as it was when it happened. */
    public record Item(long eventId, String type, Instant date, JsonMap data) {
        JsonMap json() {
            return JsonMap.of("eventId", eventId)
                    .with("type", type)
                    .with("date", Dates.atom(date))
                    .with("data", data);
        }
    }

    private final SettableClock clock;
    private final Map<String, List<Item>> queues = new TreeMap<>();
    /** The next offset that a queue's reader was told. */
    private final Map<String, Long> offsets = new TreeMap<>();
    /** Queues of bots that are gone, with who owned the bots. */
    private final Map<String, String> retired = new TreeMap<>();

    private long last;

    EventQueues(SettableClock clock) {
        this.clock = clock;
    }

    static String of(Bot bot) {
        return "bot" + bot.id();
    }

    static String of(long user) {
        return "user" + user;
    }

    void add(String queue, String type, JsonMap data) {
        expire(queue);
        // what happens to the chat later must not change what happened
        JsonMap frozen = Json.read(Json.tree(data), JsonMap.class);
        queues.computeIfAbsent(queue, any -> new ArrayList<>()).add(new Item(++last, type, clock.instant(), frozen));
    }

    /** Everything below the offset was dealt with. */
    void confirm(String queue, long offset) {
        queues.getOrDefault(queue, new ArrayList<>()).removeIf(item -> item.eventId < offset);
        offsets.merge(queue, offset, Math::max);
    }

    /** Oldest first; they come again until they are confirmed. */
    List<Item> waiting(String queue) {
        expire(queue);
        return List.copyOf(queues.getOrDefault(queue, List.of()));
    }

    /** What the next call should confirm, where this one gave up to {@code given}; 0 for a queue never used. */
    long next(String queue, Optional<Item> given) {
        given.ifPresent(item -> offsets.merge(queue, item.eventId + 1, Math::max));
        return offsets.getOrDefault(queue, 0L);
    }

    /** The bot is gone; what waits for it is still read by whoever owned it, until it is confirmed or too old. */
    void retire(Bot bot) {
        retired.put(of(bot), bot.owner());
    }

    /** The queue of a bot that is gone and was that owner's; empty when its last event has been dealt with. */
    Optional<String> ofRetired(long bot, String owner) {
        String queue = "bot" + bot;
        expire(queue);
        tidy(queue);
        return Optional.of(queue).filter(any -> owner.equals(retired.get(queue)));
    }

    private void tidy(String queue) {
        if (retired.containsKey(queue) && queues.getOrDefault(queue, List.of()).isEmpty()) {
            retired.remove(queue);
            queues.remove(queue);
            offsets.remove(queue);
        }
    }

    private void expire(String queue) {
        Instant oldest = clock.instant().minus(LIFE);
        queues.getOrDefault(queue, new ArrayList<>()).removeIf(item -> !item.date.isAfter(oldest));
    }

    @Override
    public String name() {
        return "eventQueues";
    }

    private record Saved(
            long last, Map<String, List<Item>> queues, Map<String, Long> offsets, Map<String, String> retired) {}

    @Override
    public JsonNode save() {
        return Json.tree(new Saved(last, queues, offsets, retired));
    }

    @Override
    public void load(JsonNode saved) {
        clear();
        Saved old = Json.read(saved, Saved.class);
        last = old.last;
        old.queues.forEach((queue, items) -> queues.put(queue, new ArrayList<>(items)));
        offsets.putAll(old.offsets);
        retired.putAll(old.retired);
    }

    @Override
    public void clear() {
        queues.clear();
        offsets.clear();
        retired.clear();
        last = 0;
    }
}
