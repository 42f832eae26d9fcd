package openlines.simulator.bot.v2;

import jakarta.inject.Singleton;
import java.util.List;
import openlines.simulator.bot.Bot;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.portal.Users;

/** Answers about bots, with the users that they are. */
@Singleton
final class BotViews {

    private final V2Objects objects;
    private final Users users;
    private final Revision revision;

    BotViews(V2Objects objects, Users users, Revision revision) {
        this.objects = objects;
        this.users = users;
        this.revision = revision;
    }

    JsonMap one(Bot bot) {
        return JsonMap.of("bot", whole(bot)).with("users", users(List.of(bot)));
    }

    JsonMap brief(Bot bot) {
        return JsonMap.of("bot", objects.brief(bot)).with("users", users(List.of(bot)));
    }

    JsonMap many(List<Bot> bots, boolean more) {
        return JsonMap.of("bots", bots.stream().map(this::whole).toList())
                .with("users", users(bots))
                .with("hasNextPage", more);
    }

    /** Revision 35 took the application out of it. */
    private JsonMap whole(Bot bot) {
        JsonMap whole = objects.bot(bot);
        return revision.since(35) ? whole : whole.with("appId", bot.owner());
    }

    private List<JsonMap> users(List<Bot> bots) {
        return objects.users(bots.stream().map(bot -> users.get(bot.id())).toList());
    }
}
