package openlines.simulator.command;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Message;
import openlines.simulator.portal.Users;

/**
 * Finds the commands that a message calls.
 *
 * <p>Nothing says where in a text a command may stand; a line of its own that begins with the slash is assumed, so that
 * "several commands in one message give one event each" has a meaning.
 */
@Singleton
public final class Calls {

    private static final Pattern LINE = Pattern.compile("(?m)^/([^\\s/]+)[ \\t]*(.*)$");

    /** One word with what follows it, and every bot's command that it is. */
    public record Called(List<Command> commands, String params) {}

    private final Commands commands;
    private final Users users;
    private final Map<Long, List<Command>> aimed = new HashMap<>();

    Calls(Commands commands, Users users) {
        this.commands = commands;
        this.users = users;
    }

    /** The message calls exactly these, whatever its author may use. */
    public void aim(Message message, List<Command> called) {
        aimed.put(message.id(), called);
    }

    public List<Called> in(Chat chat, Message message) {
        List<Command> chosen = aimed.remove(message.id());
        Matcher line = LINE.matcher(message.text());
        List<Called> calls = new ArrayList<>();
        while (line.find()) {
            String word = line.group(1);
            String params = line.group(2).strip();
            List<Command> found = chosen == null
                    ? usable(chat, message.authorId(), word)
                    : chosen.stream()
                            .filter(command -> command.word().equals(word))
                            .toList();
            if (!found.isEmpty()) {
                calls.add(new Called(found, params));
            }
        }
        return calls;
    }

    /** What is written by somebody from outside reaches only commands that support extranet users (assumed). */
    public List<Command> usable(Chat chat, long user, String word) {
        boolean outside = users.find(user).filter(found -> !found.customer()).isEmpty();
        return known(chat, word).stream()
                .filter(command -> command.botId() != user)
                .filter(command -> command.extranetSupport() || !outside)
                .toList();
    }

    /** What the word means in the chat, whoever says it. */
    public List<Command> known(Chat chat, String word) {
        return commands.named(word).stream()
                .filter(command -> command.common() || chat.has(command.botId()))
                .toList();
    }
}
