package openlines.simulator.portal;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openlines.simulator.engine.Dice;
import openlines.simulator.engine.Json;
import openlines.simulator.engine.Kept;
import openlines.simulator.engine.SettableClock;

/** Access tokens of one hour, refresh tokens of 180 days, codes of thirty seconds, by the portal's clock. */
@Singleton
public final class Tokens implements Kept {

    public static final Duration ACCESS = Duration.ofHours(1);
    private static final Duration REFRESH = Duration.ofDays(180);
    private static final Duration CODE = Duration.ofSeconds(30);

    /** What a token is good for. */
    public enum Use {
        ACCESS,
        REFRESH,
        CODE
    }

    /** A token of one user in one application. */
    public record Token(String value, Use use, String clientId, long userId, Instant expires) {}

    /** An access token with the refresh token that renews it. */
    public record Pair(Token access, Token refresh) {}

    private final Dice dice;
    private final SettableClock clock;
    private final Map<String, Token> byValue = new LinkedHashMap<>();
    /** The access token that each user's events carry now. */
    private final Map<String, Token> latest = new HashMap<>();

    Tokens(Dice dice, SettableClock clock) {
        this.dice = dice;
        this.clock = clock;
    }

    public Pair issue(String clientId, long userId) {
        sweep();
        return new Pair(add(Use.ACCESS, clientId, userId, ACCESS), add(Use.REFRESH, clientId, userId, REFRESH));
    }

    public Token code(String clientId, long userId) {
        return add(Use.CODE, clientId, userId, CODE);
    }

    /** The user's access token with some life left in it, or a new one: an event carries one each. */
    public Token access(String clientId, long userId) {
        Instant soon = clock.instant().plus(ACCESS.dividedBy(2));
        Token known = latest.get(clientId + "|" + userId);
        return known != null && known.expires.isAfter(soon)
                ? known
                : issue(clientId, userId).access();
    }

    /** The token, expired or not. */
    public Optional<Token> find(Use use, String value) {
        return Optional.ofNullable(byValue.get(value)).filter(token -> token.use == use);
    }

    public boolean expired(Token token) {
        return !token.expires.isAfter(clock.instant());
    }

    /** A refresh token and a code work once. */
    public void spend(Token token) {
        byValue.remove(token.value);
    }

    public void expire(String value) {
        Optional.ofNullable(byValue.get(value)).ifPresent(this::expire);
    }

    public void expireAllAccess() {
        List.copyOf(byValue.values()).stream()
                .filter(token -> token.use == Use.ACCESS)
                .forEach(this::expire);
    }

    public void revoke(String clientId) {
        byValue.values().removeIf(token -> token.clientId.equals(clientId));
        latest.values().removeIf(token -> token.clientId.equals(clientId));
    }

    private void expire(Token token) {
        byValue.put(token.value, new Token(token.value, token.use, token.clientId, token.userId, clock.instant()));
    }

    private Token add(Use use, String clientId, long userId, Duration life) {
        Token token =
                new Token(dice.hex(32), use, clientId, userId, clock.instant().plus(life));
        return keep(token);
    }

    private Token keep(Token token) {
        byValue.put(token.value, token);
        if (token.use == Use.ACCESS) {
            latest.put(token.clientId + "|" + token.userId, token);
        }
        return token;
    }

    /** Tokens that expired a day ago are forgotten; until then they answer expired_token. */
    private void sweep() {
        if (byValue.size() % 256 != 0) {
            return;
        }
        Instant dayAgo = clock.instant().minus(Duration.ofDays(1));
        byValue.values().removeIf(token -> token.expires.isBefore(dayAgo));
    }

    @Override
    public String name() {
        return "tokens";
    }

    @Override
    public JsonNode save() {
        return Json.tree(byValue.values());
    }

    @Override
    public void load(JsonNode saved) {
        clear();
        Json.read(saved, new TypeReference<List<Token>>() {}).forEach(this::keep);
    }

    @Override
    public void clear() {
        byValue.clear();
        latest.clear();
    }
}
