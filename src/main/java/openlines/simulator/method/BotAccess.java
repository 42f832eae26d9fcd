package openlines.simulator.method;

import jakarta.inject.Singleton;
import openlines.simulator.bot.Bot;
import openlines.simulator.bot.Bots;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.RestError;

/** Whose a bot is: the application's, or that of whoever knows its token. */
@Singleton
public final class BotAccess {

    private final Bots bots;

    BotAccess(Bots bots) {
        this.bots = bots;
    }

    /** The token that a webhook has to give inside {@code fields}, and only there; applications need none. */
    String registrationToken(Call call, Parameters fields) {
        if (!call.caller().webhook()) {
            return "";
        }
        return fields.text("botToken")
                .filter(token -> !token.isEmpty())
                .orElseThrow(() -> RestError.of("BOT_TOKEN_NOT_SPECIFIED", "Bot token is not specified"));
    }

    String owner(Call call, String token) {
        return call.caller().app().map(app -> app.clientId()).orElse(Bots.CUSTOM + token);
    }

    /** The bot of {@code botId}, proved to be the caller's. */
    public Bot bot(Call call) {
        String token = call.params().text("botToken", "");
        if (call.caller().webhook() && token.isEmpty()) {
            throw RestError.of("BOT_TOKEN_NOT_SPECIFIED", "Bot token is not specified");
        }
        if (call.params().blank("botId")) {
            throw RestError.of("BOT_ID_REQUIRED", "Bot ID is required");
        }
        Bot bot =
                bots.find(call.params().id("botId")).orElseThrow(() -> RestError.of("BOT_NOT_FOUND", "Bot not found"));
        if (!bot.owner().equals(owner(call, token))) {
            throw RestError.forbidden("BOT_OWNERSHIP_ERROR", "Bot is registered by another application");
        }
        return bot;
    }
}
