package openlines.simulator.bot;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.engine.SettableClock;
import openlines.simulator.portal.App;
import openlines.simulator.portal.Apps;
import openlines.simulator.portal.AuthBlock;
import openlines.simulator.portal.Tokens;

/** The {@code auth} blocks of bot events: for an application with tokens, for a webhook's bot without. */
@Singleton
public final class BotAuth {

    private record Owner(String clientId, long userId) {}

    private final AuthBlock blocks;
    private final Apps apps;
    private final Tokens tokens;
    private final SettableClock clock;
    private final Map<Owner, Tokens.Pair> pairs = new HashMap<>();

    BotAuth(AuthBlock blocks, Apps apps, Tokens tokens, SettableClock clock) {
        this.blocks = blocks;
        this.apps = apps;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Nothing is sent before the application's installation is finished. */
    public boolean mayBeTold(Bot bot) {
        return apps.find(bot.owner()).map(App::installed).orElse(bot.owner().startsWith(Bots.CUSTOM));
    }

    /** The event's own block: tokens of who acts, none for a webhook's bot. */
    public JsonMap ofEvent(Bot bot, long userId) {
        return app(bot).map(app -> blocks.ofEvent(app, userId)).orElseGet(() -> withoutTokens(bot));
    }

    /** The same with a refresh token, as most events of the first generation have it. */
    public JsonMap withRefresh(Bot bot, long userId) {
        return app(bot).map(app -> blocks.withRefresh(app, pair(app, userId))).orElseGet(() -> withoutTokens(bot));
    }

    /** The bot's own block in the first generation; captures of webhooks' bots show these three keys alone. */
    public JsonMap ofBot(Bot bot) {
        return app(bot).map(app -> blocks.withRefresh(app, pair(app, bot.id())).with("client_id", app.clientId()))
                .orElseGet(() -> {
                    JsonMap block = withoutTokens(bot);
                    block.keySet().retainAll(Set.of("domain", "member_id", "application_token"));
                    return block;
                });
    }

    /** The token is {@code custom} and the bot's own (a later official tutorial). */
    private JsonMap withoutTokens(Bot bot) {
        return blocks.withoutTokens(bot.owner()).with("scope", "imbot").with("status", "L");
    }

    private Optional<App> app(Bot bot) {
        return apps.find(bot.owner());
    }

    private Tokens.Pair pair(App app, long userId) {
        Owner owner = new Owner(app.clientId(), userId);
        Tokens.Pair known = pairs.get(owner);
        boolean fresh = known != null
                && tokens.find(Tokens.Use.REFRESH, known.refresh().value()).isPresent()
                && tokens.find(Tokens.Use.ACCESS, known.access().value())
                        .filter(token -> token.expires().isAfter(soon()))
                        .isPresent();
        if (known == null || !fresh) {
            known = tokens.issue(app.clientId(), userId);
            pairs.put(owner, known);
        }
        return known;
    }

    private Instant soon() {
        return clock.instant().plus(Tokens.ACCESS.dividedBy(2));
    }
}
