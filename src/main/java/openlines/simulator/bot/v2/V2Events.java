package openlines.simulator.bot.v2;

import jakarta.inject.Singleton;
import openlines.simulator.bot.Bot;
import openlines.simulator.bot.BotEvent;
import openlines.simulator.chat.Chat;
import openlines.simulator.command.Command;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.portal.PortalLanguage;

/** The names and the data of second-generation bot events, whichever way they travel. */
@Singleton
public final class V2Events {

    private final V2Objects objects;
    private final PortalLanguage language;

    V2Events(V2Objects objects, PortalLanguage language) {
        this.objects = objects;
        this.language = language;
    }

    public String name(BotEvent event) {
        return switch (event) {
            case BotEvent.MessageAdded _ -> "ONIMBOTV2MESSAGEADD";
            case BotEvent.MessageUpdated _ -> "ONIMBOTV2MESSAGEUPDATE";
            case BotEvent.MessageDeleted _ -> "ONIMBOTV2MESSAGEDELETE";
            case BotEvent.JoinedChat _ -> "ONIMBOTV2JOINCHAT";
            case BotEvent.Deleted _ -> "ONIMBOTV2DELETE";
            case BotEvent.CommandAdded _ -> "ONIMBOTV2COMMANDADD";
            case BotEvent.ContextGiven _ -> "ONIMBOTV2CONTEXTGET";
            case BotEvent.ReactionChanged _ -> "ONIMBOTV2REACTIONCHANGE";
        };
    }

    /** {@code who} is the {@code bot} key: the whole bot when fetched, id, code and tokens when posted. */
    public JsonMap data(BotEvent event, Bot bot, JsonMap who) {
        JsonMap data = JsonMap.of("bot", who);
        switch (event) {
            case BotEvent.MessageAdded added ->
                data.with("message", objects.message(added.message(), added.chat()))
                        .with("chat", chat(added.chat(), bot));
            case BotEvent.MessageUpdated updated ->
                data.with("message", objects.message(updated.message(), updated.chat()))
                        .with("chat", chat(updated.chat(), bot));
            case BotEvent.MessageDeleted deleted ->
                data.with("messageId", deleted.message().id()).with("chat", chat(deleted.chat(), bot));
            case BotEvent.JoinedChat joined ->
                data.with("dialogId", joined.chat().dialogId(bot.id())).with("chat", chat(joined.chat(), bot));
            case BotEvent.CommandAdded command ->
                data.with(
                                "command",
                                JsonMap.of("id", id(command, bot))
                                        .with("command", word(command))
                                        .with("params", command.params())
                                        .with("context", command.context()))
                        .with("message", objects.message(command.message(), command.chat()))
                        .with("chat", chat(command.chat(), bot));
            case BotEvent.ContextGiven given ->
                data.with("dialogId", given.chat().dialogId(bot.id()))
                        .with("context", given.context())
                        .with("chat", chat(given.chat(), bot));
            case BotEvent.ReactionChanged changed ->
                data.with("reaction", changed.reaction())
                        .with("action", changed.set() ? "add" : "delete")
                        .with("message", objects.message(changed.message(), changed.chat()))
                        .with("chat", chat(changed.chat(), bot));
            case BotEvent.Deleted _ -> {
                return data;
            }
        }
        return data.with("user", objects.user(event.user())).with("language", language.code());
    }

    private static long id(BotEvent.CommandAdded command, Bot bot) {
        Command own = command.commands().get(bot.id());
        return own == null ? 0 : own.id();
    }

    private static String word(BotEvent.CommandAdded command) {
        return command.text().split(" ", 2)[0];
    }

    private JsonMap chat(Chat chat, Bot bot) {
        return objects.chat(chat, bot.id());
    }
}
