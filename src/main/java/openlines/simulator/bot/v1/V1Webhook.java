package openlines.simulator.bot.v1;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import openlines.simulator.bot.Bot;
import openlines.simulator.bot.Bot.Generation;
import openlines.simulator.bot.BotAuth;
import openlines.simulator.bot.BotChannel;
import openlines.simulator.bot.BotEvent;
import openlines.simulator.command.Command;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.event.Delivery;
import openlines.simulator.event.Outgoing;

/**
 * Posts events to the handlers of first-generation bots: several bots of one application that hear the same thing come in
 * one call, as keys of {@code data[BOT]}.
 */
@Singleton
final class V1Webhook implements BotChannel {

    private record Target(String owner, String url) {}

    private final BotAuth auth;
    private final V1Params params;
    private final V1Users users;
    private final Delivery delivery;

    V1Webhook(BotAuth auth, V1Params params, V1Users users, Delivery delivery) {
        this.auth = auth;
        this.params = params;
        this.users = users;
        this.delivery = delivery;
    }

    @Override
    public boolean serves(Bot bot) {
        return bot.generation() == Generation.V1 && auth.mayBeTold(bot);
    }

    @Override
    public void deliver(List<Bot> bots, BotEvent event) {
        Map<Target, List<Bot>> targets = new LinkedHashMap<>();
        for (Bot bot : bots) {
            url(bot, event)
                    .ifPresent(url -> targets.computeIfAbsent(new Target(bot.owner(), url), any -> new ArrayList<>())
                            .add(bot));
        }
        targets.forEach((target, told) -> post(target.url, told, event));
    }

    /** Where the event of this bot goes; nothing is sent where no handler is bound. */
    private static Optional<String> url(Bot bot, BotEvent event) {
        return switch (event) {
            case BotEvent.MessageAdded _ -> bot.handler(V1Handlers.MESSAGE_ADD);
            case BotEvent.MessageUpdated _ -> bot.handler(V1Handlers.MESSAGE_UPDATE);
            case BotEvent.MessageDeleted _ -> bot.handler(V1Handlers.MESSAGE_DELETE);
            case BotEvent.JoinedChat _ -> bot.handler(V1Handlers.WELCOME_MESSAGE);
            case BotEvent.Deleted _ -> bot.handler(V1Handlers.BOT_DELETE);
            case BotEvent.CommandAdded added ->
                Optional.ofNullable(added.commands().get(bot.id()))
                        .map(Command::handlerUrl)
                        .filter(url -> !url.isEmpty());
            // ONIMBOTCONTEXTGET is named in a migration table alone, without payload or binding
            case BotEvent.ContextGiven _, BotEvent.ReactionChanged _ -> Optional.empty();
        };
    }

    private static String name(BotEvent event) {
        return switch (event) {
            case BotEvent.MessageAdded _ -> "ONIMBOTMESSAGEADD";
            case BotEvent.MessageUpdated _ -> "ONIMBOTMESSAGEUPDATE";
            case BotEvent.MessageDeleted _ -> "ONIMBOTMESSAGEDELETE";
            case BotEvent.JoinedChat _ -> "ONIMBOTJOINCHAT";
            case BotEvent.Deleted _ -> "ONIMBOTDELETE";
            case BotEvent.CommandAdded _ -> "ONIMCOMMANDADD";
            case BotEvent.ContextGiven _ -> "ONIMBOTCONTEXTGET";
            case BotEvent.ReactionChanged _ ->
                throw new IllegalArgumentException("the first generation knows no reactions");
        };
    }

    private void post(String url, List<Bot> bots, BotEvent event) {
        Bot first = bots.getFirst();
        boolean plain = event instanceof BotEvent.JoinedChat || event instanceof BotEvent.Deleted;
        JsonMap form = JsonMap.of("event", name(event))
                .with("event_handler_id", handlerId(first, event))
                .with("data", data(bots, event))
                .with("ts", 0)
                .with(
                        "auth",
                        // these two come without a refresh token (observed)
                        plain
                                ? auth.ofEvent(first, event.user().id())
                                : auth.withRefresh(first, event.user().id()));
        delivery.post(new Outgoing(name(event), url, form));
    }

    /** A number that stays the same for a bot's event; which one it is has no meaning. */
    private static long handlerId(Bot bot, BotEvent event) {
        return 400 + bot.id() * 10 + Math.floorMod(name(event).hashCode(), 10);
    }

    private JsonMap data(List<Bot> bots, BotEvent event) {
        Bot first = bots.getFirst();
        if (event instanceof BotEvent.Deleted) {
            return JsonMap.of("BOT_ID", first.id()).with("BOT_CODE", first.code());
        }
        JsonMap data = event instanceof BotEvent.CommandAdded added
                ? JsonMap.of("COMMAND", commands(bots, added))
                : JsonMap.of("BOT", items(bots));
        data.with("PARAMS", params.of(event, bots));
        users.of(event).ifPresent(user -> data.put("USER", user));
        return data;
    }

    private JsonMap items(List<Bot> bots) {
        JsonMap items = new JsonMap();
        bots.forEach(bot -> items.put(Long.toString(bot.id()), item(bot)));
        return items;
    }

    private JsonMap item(Bot bot) {
        JsonMap tokens = auth.ofBot(bot);
        JsonMap item = new JsonMap();
        item.putAll(tokens);
        return item.with("AUTH", tokens).with("BOT_ID", bot.id()).with("BOT_CODE", bot.code());
    }

    private JsonMap commands(List<Bot> bots, BotEvent.CommandAdded added) {
        JsonMap items = new JsonMap();
        for (Bot bot : bots) {
            Command command = added.commands().get(bot.id());
            if (command != null) {
                items.put(
                        Long.toString(command.id()),
                        item(bot)
                                .with("COMMAND", command.word())
                                .with("COMMAND_ID", command.id())
                                .with("COMMAND_PARAMS", added.params())
                                .with("COMMAND_CONTEXT", added.context().toUpperCase(Locale.ROOT))
                                .with("MESSAGE_ID", added.message().id()));
            }
        }
        return items;
    }
}
