package openlines.simulator.bot.v1;

import jakarta.inject.Singleton;
import java.util.Optional;
import openlines.simulator.bot.BotEvent;
import openlines.simulator.chat.Chat;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.portal.User;

/** The {@code USER} of first-generation events: how much of it there is differs by the event. */
@Singleton
final class V1Users {

    Optional<JsonMap> of(BotEvent event) {
        User user = event.user();
        return switch (event) {
            case BotEvent.MessageAdded _ -> Optional.of(whole(user));
            // the samples of group chats have none
            case BotEvent.MessageUpdated updated -> inGroup(updated.chat(), user);
            case BotEvent.MessageDeleted deleted -> inGroup(deleted.chat(), user);
            case BotEvent.JoinedChat _ -> Optional.of(brief(user).with("WORK_POSITION", user.workPosition()));
            case BotEvent.CommandAdded _ -> Optional.of(brief(user));
            case BotEvent.Deleted _, BotEvent.ContextGiven _, BotEvent.ReactionChanged _ -> Optional.empty();
        };
    }

    private static Optional<JsonMap> inGroup(Chat chat, User user) {
        return chat.type() == Chat.Type.PRIVATE || chat.lines() ? Optional.of(whole(user)) : Optional.empty();
    }

    private static JsonMap brief(User user) {
        return JsonMap.of("ID", user.id())
                .with("NAME", user.name())
                .with("FIRST_NAME", user.firstName())
                .with("LAST_NAME", user.lastName())
                .with("GENDER", user.gender());
    }

    private static JsonMap whole(User user) {
        return brief(user)
                .with("WORK_POSITION", user.workPosition())
                .with("IS_BOT", yes(user.bot()))
                .with("IS_CONNECTOR", yes(user.customer()))
                .with("IS_NETWORK", "N")
                .with("IS_EXTRANET", yes(user.customer()));
    }

    private static String yes(boolean flag) {
        return flag ? "Y" : "N";
    }
}
