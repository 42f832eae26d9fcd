package openlines.simulator.bot;

import jakarta.inject.Singleton;
import openlines.simulator.bot.Bot.EventMode;
import openlines.simulator.bot.Bot.Generation;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.event.Delivery;
import openlines.simulator.event.Outgoing;
import openlines.simulator.portal.App;
import openlines.simulator.portal.Apps;
import openlines.simulator.portal.AuthBlock;

/** Posts {@code ONIMBOTV2...} events to the handlers of second-generation bots, all values as texts. */
@Singleton
final class V2Webhook implements BotChannel {

    private final V2Events events;
    private final Apps apps;
    private final AuthBlock auth;
    private final Delivery delivery;

    V2Webhook(V2Events events, Apps apps, AuthBlock auth, Delivery delivery) {
        this.events = events;
        this.apps = apps;
        this.auth = auth;
        this.delivery = delivery;
    }

    @Override
    public boolean serves(Bot bot) {
        return bot.generation() == Generation.V2 && bot.eventMode() == EventMode.WEBHOOK;
    }

    @Override
    public void deliver(Bot bot, BotEvent event) {
        App app = apps.find(bot.owner()).orElse(null);
        String url = bot.handlerUrl();
        if (url == null || (app != null && !app.installed())) {
            return;
        }
        JsonMap who = JsonMap.of("id", bot.id()).with("code", bot.code());
        if (!(event instanceof BotEvent.Deleted)) {
            who.with("auth", app == null ? auth.withoutTokens(bot.owner()) : auth.ofEvent(app, bot.id()));
        }
        JsonMap form = JsonMap.of("event", events.name(event))
                .with("data", events.data(event, bot, who))
                .with("ts", 0)
                .with(
                        "auth",
                        // for a webhook's bot the token is "custom" and the bot's own (a later official tutorial)
                        app == null
                                ? auth.withoutTokens(bot.owner())
                                : auth.ofEvent(app, event.user().id()));
        delivery.post(new Outgoing(events.name(event), url, form));
    }
}
