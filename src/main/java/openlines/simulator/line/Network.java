package openlines.simulator.line;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import openlines.simulator.engine.Json;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.engine.Kept;
import openlines.simulator.engine.SettableClock;
import openlines.simulator.portal.User.Kind;
import openlines.simulator.portal.Users;

/** Lines of other portals in the Network: which codes exist, which are joined, and who got a message this week. */
@Singleton
public final class Network implements Kept {

    private static final Duration WEEK = Duration.ofDays(7);

    /** A line elsewhere; {@code botId} is 0 until it is joined. */
    public record Partner(String code, String name, boolean active, long botId) {}

    private final Users users;
    private final SettableClock clock;
    private final Map<String, Partner> partners = new TreeMap<>();
    private final Map<String, Instant> sent = new TreeMap<>();

    Network(Users users, SettableClock clock) {
        this.users = users;
        this.clock = clock;
    }

    public void publish(String code, String name, boolean active) {
        long bot = find(code).map(Partner::botId).orElse(0L);
        partners.put(code, new Partner(code, name, active, bot));
    }

    public Optional<Partner> find(String code) {
        return Optional.ofNullable(partners.get(code));
    }

    /** The bot that stands for the line here, the same one every time. */
    public long join(Partner partner) {
        if (partner.botId > 0) {
            return partner.botId;
        }
        long bot = users.add(Kind.BOT, partner.name, "").id();
        partners.put(partner.code, new Partner(partner.code, partner.name, partner.active, bot));
        return bot;
    }

    /** One message a week for each user. */
    public boolean maySend(String code, long user) {
        Instant last = sent.get(code + "|" + user);
        return last == null || !last.plus(WEEK).isAfter(clock.instant());
    }

    public void sent(String code, long user) {
        sent.put(code + "|" + user, clock.instant());
    }

    @Override
    public String name() {
        return "network";
    }

    @Override
    public JsonNode save() {
        return Json.tree(JsonMap.of("partners", partners).with("sent", sent));
    }

    @Override
    public void load(JsonNode saved) {
        clear();
        partners.putAll(Json.read(saved.path("partners"), new TypeReference<Map<String, Partner>>() {}));
        sent.putAll(Json.read(saved.path("sent"), new TypeReference<Map<String, Instant>>() {}));
    }

    @Override
    public void clear() {
        partners.clear();
        sent.clear();
    }
}
