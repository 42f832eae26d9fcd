package openlines.simulator.method;

import jakarta.inject.Singleton;
import java.util.Optional;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Chats;
import openlines.simulator.line.Lines;
import openlines.simulator.line.Session;
import openlines.simulator.line.Sessions;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.RestError;

/** Finds the line's chat that a call is about, and refuses as the pages of the dialog methods say. */
@Singleton
public final class LineDialogs {

    private final Chats chats;
    private final Sessions sessions;
    private final Lines lines;
    private final Users users;

    LineDialogs(Chats chats, Sessions sessions, Lines lines, Users users) {
        this.chats = chats;
        this.sessions = sessions;
        this.lines = lines;
        this.users = users;
    }

    /** The chat of CHAT_ID, to which the caller has access. */
    Chat chat(Call call) {
        Chat chat = chats.find(call.params().id("CHAT_ID")).orElseThrow(() -> DialogRefusals.noChat(call.method()));
        if (!chat.lines()) {
            throw DialogRefusals.noLine(call.method());
        }
        if (!accessible(chat, call.userId())) {
            throw DialogRefusals.noAccess(call.method());
        }
        return chat;
    }

    /** The chat of CHAT_ID for methods that only know CHAT_ID_EMPTY; empty where it is none of a line. */
    Optional<Chat> chatOrEmpty(Call call) {
        long id = call.params().id("CHAT_ID");
        if (id == 0) {
            throw RestError.of("CHAT_ID_EMPTY", "Chat ID can't be empty");
        }
        return chats.find(id).filter(Chat::lines);
    }

    Optional<Session> openSession(Chat chat) {
        return sessions.openOf(chat.id());
    }

    /** Administrators, members, and the operators of the line (assumed: the pages only say "with access"). */
    public boolean accessible(Chat chat, long user) {
        return chat.has(user)
                || users.find(user).filter(User::admin).isPresent()
                || sessions.last(chat.id())
                        .flatMap(session -> lines.find(session.lineId()))
                        .filter(line -> lines.serves(line, user))
                        .isPresent();
    }
}
