package openlines.simulator.bot.v2;

import jakarta.inject.Singleton;
import java.util.List;
import openlines.simulator.bot.Bot;
import openlines.simulator.bot.Bot.EventMode;
import openlines.simulator.bot.Bot.Generation;
import openlines.simulator.bot.BotAuth;
import openlines.simulator.bot.BotChannel;
import openlines.simulator.bot.BotEvent;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.event.Delivery;
import openlines.simulator.event.Outgoing;

/** Posts {@code ONIMBOTV2...} events to the handlers of second-generation bots, one bot a call, all values as texts. */
@Singleton
final class V2Webhook implements BotChannel {

    private final V2Events events;
    private final BotAuth auth;
    private final Delivery delivery;

    V2Webhook(V2Events events, BotAuth auth, Delivery delivery) {
        this.events = events;
        this.auth = auth;
        this.delivery = delivery;
    }

    @Override
    public boolean serves(Bot bot) {
        return bot.generation() == Generation.V2 && bot.eventMode() == EventMode.WEBHOOK && auth.mayBeTold(bot);
    }

    @Override
    public void deliver(List<Bot> bots, BotEvent event) {
        bots.forEach(bot -> deliver(bot, event));
    }

    private void deliver(Bot bot, BotEvent event) {
        String url = bot.handlerUrl();
        if (url == null) {
            return;
        }
        JsonMap who = JsonMap.of("id", bot.id()).with("code", bot.code());
        if (!(event instanceof BotEvent.Deleted)) {
            who.with("auth", auth.ofEvent(bot, bot.id()));
        }
        JsonMap form = JsonMap.of("event", events.name(event))
                .with("data", events.data(event, bot, who))
                .with("ts", 0)
                .with("auth", auth.ofEvent(bot, event.user().id()));
        delivery.post(new Outgoing(events.name(event), url, form));
    }
}
