package openlines.simulator.bot.v1;

import jakarta.inject.Singleton;
import openlines.simulator.bot.Bot;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Chats;
import openlines.simulator.chat.Draft;
import openlines.simulator.content.Hung;
import openlines.simulator.portal.Users;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.RestError;

/** Makes what a first-generation bot says from the parameters of a call. */
@Singleton
final class V1Drafts {

    private final Users users;
    private final Chats chats;

    V1Drafts(Users users, Chats chats) {
        this.users = users;
        this.chats = chats;
    }

    /** A text is needed, an attachment alone is none. */
    Draft draft(Parameters params, Bot bot, boolean forcedSystem) {
        String text = params.text("MESSAGE", "").strip();
        if (text.isEmpty()) {
            throw RestError.of("MESSAGE_EMPTY", "Message can't be empty");
        }
        boolean system = forcedSystem || params.flag("SYSTEM", false);
        Draft draft = new Draft(system ? 0 : bot.id(), text, Hung.V1.of(params, bot.id()));
        if (!params.flag("URL_PREVIEW", true)) {
            draft = draft.with("URL_PREVIEW", "N");
        }
        return params.flag("SKIP_CONNECTOR", false) ? draft.with("SKIP_CONNECTOR", "Y") : draft;
    }

    /** The one-to-one chat of two users, neither of whom need be the bot. */
    Chat between(long from, long to) {
        if (users.find(from).isEmpty() || users.find(to).isEmpty() || from == to) {
            throw notAdded();
        }
        return chats.between(from, to);
    }

    static RestError notAdded() {
        return RestError.of("WRONG_REQUEST", "Message isn't added");
    }
}
