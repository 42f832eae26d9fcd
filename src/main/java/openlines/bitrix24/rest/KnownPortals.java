package openlines.bitrix24.rest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import openlines.store.BotEntry;
import openlines.store.Portal;
import openlines.store.Portals;

/** Portals and their bots as the store has them, kept at hand for a short while: another node may change them. */
public final class KnownPortals {
    private static final int MOST = 10_000;
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final Portals portals;
    private final Cache<Long, Optional<Portal>> byId = cache();
    private final Cache<String, Optional<Portal>> byAddress = cache();
    private final Cache<Long, List<BotEntry>> bots = cache();
    private volatile long forgotten = System.nanoTime();

    public KnownPortals(Portals portals) {
        this.portals = portals;
    }

    public Optional<Portal> byId(long id) {
        return byId.get(id, portals::byId);
    }

    /** By what an event claims; strangers are remembered too, so that they cost no query each time. */
    public Optional<Portal> find(String memberId, String domain) {
        return byAddress.get(memberId + "|" + domain, _ -> portals.find(memberId, domain));
    }

    public List<BotEntry> bots(long portal) {
        return bots.get(portal, portals::bots);
    }

    public Optional<BotEntry> bot(long portal, long botId) {
        return bots(portal).stream().filter(bot -> bot.botId() == botId).findFirst();
    }

    /** A portal said that it is elsewhere now. */
    void moved(long id, String endpoint) {
        portals.move(id, URI.create(endpoint).getAuthority(), endpoint);
        changed();
    }

    /** Something of a portal was stored. */
    public void changed(Portal portal) {
        byId.put(portal.id(), Optional.of(portal));
        byAddress.invalidateAll();
        bots.invalidate(portal.id());
    }

    /** Everything may have changed. */
    public void changed() {
        forgotten = System.nanoTime();
        byId.invalidateAll();
        byAddress.invalidateAll();
        bots.invalidateAll();
    }

    /** Forgets all before somebody is refused, for another node may know better; once a second, or strangers would cost queries. */
    public boolean again() {
        if (System.nanoTime() - forgotten < AGAIN.toNanos()) {
            return false;
        }
        changed();
        return true;
    }

    private static <K, V> Cache<K, V> cache() {
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(Duration.ofSeconds(10))
                .build();
    }
}
