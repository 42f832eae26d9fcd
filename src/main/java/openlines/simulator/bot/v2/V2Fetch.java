package openlines.simulator.bot.v2;

import jakarta.inject.Singleton;
import java.util.List;
import openlines.simulator.bot.Bot;
import openlines.simulator.bot.Bot.EventMode;
import openlines.simulator.bot.Bot.Generation;
import openlines.simulator.bot.BotChannel;
import openlines.simulator.bot.BotEvent;

/** Lays {@code ONIMBOTV2...} events down for second-generation bots that fetch them, in their real types. */
@Singleton
final class V2Fetch implements BotChannel {

    private final V2Events events;
    private final V2Objects objects;
    private final EventQueues queues;

    V2Fetch(V2Events events, V2Objects objects, EventQueues queues) {
        this.events = events;
        this.objects = objects;
        this.queues = queues;
    }

    @Override
    public boolean serves(Bot bot) {
        return bot.generation() == Generation.V2 && bot.eventMode() == EventMode.FETCH;
    }

    @Override
    public void deliver(List<Bot> bots, BotEvent event) {
        bots.forEach(
                bot -> queues.add(EventQueues.of(bot), events.name(event), events.data(event, bot, objects.bot(bot))));
    }

    /** Its last event, which the pages show fetched, can still be (assumed: they don't say how, for the bot is gone). */
    @Override
    public void forget(Bot bot) {
        queues.retire(bot);
    }
}
