package openlines.simulator.bot.v2;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import openlines.simulator.bot.Bot;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Chats;
import openlines.simulator.engine.Fact;
import openlines.simulator.engine.Facts;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.method.Group;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.RestMethod;
import openlines.simulator.rest.RestMethods;

/** What a bot shows in a dialog beside words: that it works, and whether people may type. */
@Singleton
final class V2DialogMethods implements RestMethods {

    private static final int LONGEST = 600;
    private static final String CODE = "IMBOT_AGENT_ACTION_";
    private static final Set<String> ACTIONS = Set.of(
            "THINKING",
            "SEARCHING",
            "GENERATING",
            "ANALYZING",
            "PROCESSING",
            "TRANSLATING",
            "CONNECTING",
            "CHECKING",
            "CALCULATING",
            "READING_DOCS",
            "COMPOSING");

    /** A bot shows what it is about; an empty status is plain typing, duration 0 leaves it to the portal. */
    public record InputAction(Chat chat, long botId, String status, int duration) implements Fact {
        @Override
        public JsonMap json() {
            return JsonMap.of("chatId", chat.id())
                    .with("userId", botId)
                    .with("status", status)
                    .with("duration", duration);
        }
    }

    private final V2Access access;
    private final Chats chats;
    private final Facts facts;
    private final Revision revision;

    V2DialogMethods(V2Access access, Chats chats, Facts facts, Revision revision) {
        this.access = access;
        this.chats = chats;
        this.facts = facts;
        this.revision = revision;
    }

    @Override
    public List<RestMethod> methods() {
        return Group.of("imbot")
                .add("imbot.v2.Chat.InputAction.notify", this::notify)
                .add("imbot.v2.Chat.TextField.enabled", this::textField)
                .methods();
    }

    /** An unknown code shows plain typing (assumed: the page names no error). */
    private Object notify(Call call) {
        Bot bot = access.bot(call);
        Chat chat = access.chat(call, bot);
        String status = call.params().text("statusMessageCode", "");
        boolean known = status.startsWith(CODE) && ACTIONS.contains(status.substring(CODE.length()));
        int duration = Math.clamp(call.params().number("duration").orElse(0L), 0, LONGEST);
        if (chats.typing(chat, bot.id())) {
            facts.emit(new InputAction(chat, bot.id(), known ? status : "", duration));
        }
        return V2Access.done();
    }

    /** One-to-one chats are possible since revision 34. */
    private Object textField(Call call) {
        Chat chat = access.chat(call, access.bot(call));
        if (chat.type() == Chat.Type.PRIVATE && !revision.since(34)) {
            throw V2Access.denied();
        }
        chat.allowTyping(call.params().flag("enabled", true));
        return V2Access.done();
    }
}
