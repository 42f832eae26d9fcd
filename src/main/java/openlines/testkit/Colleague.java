package openlines.testkit;

import java.util.Map;

/** A person of the company at work on a dialog. */
public final class Colleague {
    private final Chat chat;
    private final long user;

    Colleague(Chat chat, long user) {
        this.chat = chat;
        this.user = user;
    }

    /** Takes the dialog. */
    public Chat answers() {
        return does("answer", Map.of());
    }

    /** Writes to the customer; takes the dialog first where it is not this colleague's yet. */
    public Chat says(String text) {
        if (chat.session().operator() != user) {
            chat.portal().control().post(path("answer"), Map.of());
        }
        return does("say", Map.of("text", text));
    }

    /** Closes the session. */
    public Chat finishes() {
        return does("finish", Map.of());
    }

    /** Gives the dialog to somebody else, a bot too. */
    public Chat transfersTo(long userId) {
        return does("transfer", Map.of("USER_ID", userId));
    }

    /** {@code online}, {@code away}, {@code offline}. */
    public Chat is(String presence) {
        return chat.act(
                () -> chat.portal().control().post("operators/" + user + "/presence", Map.of("presence", presence)));
    }

    private Chat does(String act, Map<String, ?> with) {
        return chat.act(() -> chat.portal().control().post(path(act), with));
    }

    private String path(String act) {
        return "chats/" + chat.id() + "/operators/" + user + "/" + act;
    }
}
