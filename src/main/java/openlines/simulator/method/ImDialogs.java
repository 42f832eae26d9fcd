package openlines.simulator.method;

import jakarta.inject.Singleton;
import java.util.Optional;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Chats;
import openlines.simulator.portal.Users;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.Value;

/** Finds the chat of a dialog id: {@code chat5} a chat, {@code 5} the one with that user. */
@Singleton
public final class ImDialogs {

    private final Chats chats;
    private final Users users;
    private final LineDialogs lines;

    ImDialogs(Chats chats, Users users, LineDialogs lines) {
        this.chats = chats;
        this.users = users;
        this.lines = lines;
    }

    /** Empty where there is no such chat and no such user. */
    public Optional<Chat> find(String dialogId, long seenBy) {
        // sg123 names a group's chat; the simulator has no groups
        if (dialogId.startsWith("chat")) {
            return Value.number(dialogId.substring(4)).flatMap(chats::find);
        }
        return Value.number(dialogId).flatMap(users::find).map(user -> chats.between(seenBy, user.id()));
    }

    public static boolean wellFormed(String dialogId) {
        return dialogId.matches("(chat|sg)?\\d{1,18}") && !dialogId.matches("(chat|sg)?0+");
    }

    /** The chat of DIALOG_ID that the user may read. */
    public Chat readable(Parameters params, long user) {
        String dialogId = params.text("DIALOG_ID", "");
        if (!wellFormed(dialogId)) {
            throw RestError.of("DIALOG_ID_EMPTY", "Dialog ID can't be empty");
        }
        return find(dialogId, user)
                .filter(chat -> mayRead(chat, user))
                .orElseThrow(
                        () -> RestError.forbidden("ACCESS_ERROR", "You do not have access to the specified dialog"));
    }

    public boolean mayRead(Chat chat, long user) {
        return chat.has(user) || (chat.lines() && lines.accessible(chat, user));
    }
}
