package openlines.simulator.bot.v2;

import jakarta.inject.Singleton;
import java.util.List;
import openlines.simulator.bot.BotContext;
import openlines.simulator.method.Group;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.RestMethod;
import openlines.simulator.rest.RestMethods;

/** {@code im.v2.Chat.Bot.sendContext}: opens a bot's chat with a context, as a link with BOT_CONTEXT does. */
@Singleton
final class ContextMethod implements RestMethods {

    private final BotContext context;

    ContextMethod(BotContext context) {
        this.context = context;
    }

    @Override
    public List<RestMethod> methods() {
        return Group.of("im").add("im.v2.Chat.Bot.sendContext", this::send).methods();
    }

    /** Answer and errors are on no page: true, and the words of its sisters (assumed). */
    private Object send(Call call) {
        if (!context.give(
                call.userId(), call.params().id("dialogId"), call.params().raw("context"))) {
            throw RestError.of("BOT_NOT_FOUND", "Bot not found");
        }
        return V2Access.done();
    }
}
