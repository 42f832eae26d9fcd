package openlines.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import openlines.bitrix24.event.DialogEvent;
import openlines.bitrix24.event.Events;
import openlines.bitrix24.event.Incoming;
import openlines.bitrix24.event.PortalEvent;
import openlines.bitrix24.event.Tree;
import openlines.bitrix24.rest.Call;
import openlines.bitrix24.rest.Calls;
import openlines.bitrix24.rest.Problem;
import openlines.store.BotEntry;
import openlines.store.BotEntry.Delivery;
import openlines.store.Portals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the events of bots that have no public address: each bot at its own pace, slower while nothing comes, within
 * the portal's bucket like every call; of many nodes by one. What came and the offset that confirms it are kept together.
 */
final class Fetching {
    private static final Logger LOG = LoggerFactory.getLogger(Fetching.class);
    private static final int AT_ONCE = 100;
    private static final long WHILE_MORE_MILLIS = 2_000;
    private static final long IDLE_MILLIS = 5_000;
    private static final long LONGEST_IDLE_MILLIS = 30_000;
    private static final long LONGEST_PAUSE_MILLIS = 300_000;
    /** Longer than the longest idle pause; then another node may fetch. */
    private static final long OURS_MILLIS = 45_000;

    private static final long BETWEEN_LISTS_MILLIS = 10_000;

    private final Portals portals;
    private final Calls calls;
    private final InboxArrivals arrivals;
    private final Quiet quiet;
    private final InstantSource clock;
    private final String node;
    private final Map<Poll, Pace> paces = new ConcurrentHashMap<>();
    private volatile List<BotEntry> bots = List.of();
    private volatile long nextList = Long.MIN_VALUE;

    Fetching(Portals portals, Calls calls, InboxArrivals arrivals, Quiet quiet, Self self) {
        this.portals = portals;
        this.calls = calls;
        this.arrivals = arrivals;
        this.quiet = quiet;
        this.clock = self.clock();
        this.node = self.node();
    }

    /** This node's clock and name. */
    record Self(InstantSource clock, String node) {}

    private record Poll(long portal, long bot) {}

    /** When a bot is asked for next, and how long was waited before. */
    private record Pace(long next, long waited, boolean running) {}

    /** Asks for whatever bot is due. */
    void look() {
        long now = clock.millis();
        if (now >= nextList) {
            nextList = now + BETWEEN_LISTS_MILLIS;
            bots = portals.bots(Delivery.FETCH);
        }
        for (BotEntry bot : bots) {
            var poll = new Poll(bot.portal(), bot.botId());
            boolean[] start = new boolean[1];
            paces.compute(poll, (_, pace) -> {
                start[0] = pace == null || (!pace.running() && pace.next() <= now);
                return start[0] ? new Pace(now, pace == null ? 0 : pace.waited(), true) : pace;
            });
            if (start[0]) {
                quiet.enter();
                Thread.ofVirtual().name("fetch-" + bot.code()).start(() -> run(bot, poll));
            }
        }
    }

    /** The list of bots is to be read anew: one was registered. */
    void refresh() {
        nextList = Long.MIN_VALUE;
    }

    private void run(BotEntry bot, Poll poll) {
        long waited = paces.getOrDefault(poll, new Pace(0, 0, true)).waited();
        long pause = LONGEST_PAUSE_MILLIS;
        try {
            pause = fetch(bot, waited);
        } catch (RuntimeException e) {
            LOG.error("bot {}: events could not be fetched", bot.code(), e);
        } finally {
            paces.put(poll, new Pace(clock.millis() + pause, pause, false));
            quiet.leave();
        }
    }

    /** How long to wait until the next time. */
    private long fetch(BotEntry bot, long waited) {
        long now = clock.millis();
        if (!portals.fetches(bot, node, now, now + OURS_MILLIS)) {
            return IDLE_MILLIS; // another node does
        }
        long offset = portals.offset(bot);
        var parameters = new LinkedHashMap<String, Object>(Map.of("botId", bot.botId(), "limit", AT_ONCE));
        if (offset > 0) {
            parameters.put("offset", offset);
        }
        if (!bot.token().isEmpty()) {
            parameters.put("botToken", bot.token());
        }
        return calls.ask(bot.portal(), new Call("imbot.v2.Event.get", parameters))
                .join()
                .map(body -> keep(bot, offset, waited, body.path("result")), problem -> refused(bot, waited, problem));
    }

    private static long refused(BotEntry bot, long waited, Problem problem) {
        LOG.warn("bot {}: no events: {}", bot.code(), problem.words());
        return Math.clamp(waited * 2, IDLE_MILLIS, LONGEST_PAUSE_MILLIS);
    }

    private long keep(BotEntry bot, long offset, long waited, JsonNode result) {
        var events = new ArrayList<DialogEvent>();
        long last = offset - 1;
        for (JsonNode item : result.path("events")) {
            last = Math.max(last, item.path("eventId").asLong());
            var incoming = new Incoming(
                    item.path("type").asText("").toUpperCase(Locale.ROOT),
                    Tree.of(item.path("data")),
                    Tree.EMPTY,
                    "e" + item.path("eventId").asLong());
            for (PortalEvent event : Events.of(incoming)) {
                if (event instanceof DialogEvent dialog) {
                    events.add(dialog);
                }
            }
        }
        // older portals answer with lastEventId, and empty ones with 0
        long next = Math.max(result.path("nextOffset").asLong(0), last + 1);
        if (next > offset || !events.isEmpty()) {
            arrivals.keep(bot, events, next);
        }
        if (result.path("hasMore").asBoolean(false)) {
            return WHILE_MORE_MILLIS;
        }
        return events.isEmpty() ? Math.clamp(waited * 3 / 2, IDLE_MILLIS, LONGEST_IDLE_MILLIS) : IDLE_MILLIS;
    }
}
