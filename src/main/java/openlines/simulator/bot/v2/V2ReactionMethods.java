package openlines.simulator.bot.v2;

import jakarta.inject.Singleton;
import java.util.List;
import openlines.simulator.bot.Bot;
import openlines.simulator.chat.Message;
import openlines.simulator.content.Reactions;
import openlines.simulator.method.Group;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.RestMethod;
import openlines.simulator.rest.RestMethods;

/** {@code imbot.v2.Chat.Message.Reaction.*}: a bot reacts to a message. */
@Singleton
final class V2ReactionMethods implements RestMethods {

    private final V2Access access;
    private final Reactions reactions;

    V2ReactionMethods(V2Access access, Reactions reactions) {
        this.access = access;
        this.reactions = reactions;
    }

    @Override
    public List<RestMethod> methods() {
        return Group.of("imbot")
                .add("imbot.v2.Chat.Message.Reaction.add", this::add)
                .add("imbot.v2.Chat.Message.Reaction.delete", this::delete)
                .methods();
    }

    private Object add(Call call) {
        Bot bot = access.bot(call);
        String code = known(call);
        Message message = access.message(call, bot);
        if (!reactions.set(access.chatOf(message), message, bot.id(), code)) {
            throw RestError.of("REACTION_ALREADY_SET", "Reaction already set");
        }
        return V2Access.done();
    }

    /** Taking away what was never set answers true (assumed: the page is silent). */
    private Object delete(Call call) {
        Bot bot = access.bot(call);
        String code = known(call);
        Message message = access.message(call, bot);
        reactions.remove(access.chatOf(message), message, bot.id(), code);
        return V2Access.done();
    }

    private static String known(Call call) {
        return call.params()
                .text("reaction")
                .filter(Reactions::known)
                .orElseThrow(() -> RestError.of("REACTION_NOT_FOUND", "Reaction not found"));
    }
}
