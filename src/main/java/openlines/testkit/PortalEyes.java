package openlines.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openlines.bot.Lead;
import openlines.plugin.script.Seen;

/** What came of a bot's turns at a portal: its messages as they stand in the chat, and the calls by which it left. */
final class PortalEyes {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LEAD = "crm.lead.add";
    private static final String OPERATOR = "imopenlines.bot.session.operator";
    private static final String TRANSFER = "imopenlines.bot.session.transfer";
    private static final String FINISH = "imopenlines.bot.session.finish";

    private final ControlFace control;
    private final long bot;
    private final long line;
    private long lastMessage;
    private long lastCall;

    PortalEyes(ControlFace control, long bot, long line) {
        this.control = control;
        this.bot = bot;
        this.line = line;
    }

    /** What has come since the last look. A bot leaves last, and an aside just before that is its note. */
    List<Seen> look(long chat) {
        var seen = new ArrayList<Seen>();
        JsonNode whole = control.get("chats/" + chat);
        for (ChatMessage message : ChatMessage.in(whole)) {
            if (message.id() > lastMessage) {
                lastMessage = message.id();
                if (message.author() == bot) {
                    seen.add(message(message));
                }
            }
        }
        for (JsonNode entry : control.get("journal?kind=rest&since=" + lastCall)) {
            lastCall = entry.path("id").asLong();
            if (entry.path("status").asInt() == 200) {
                lead(entry, whole.path("entityId").asText()).ifPresent(lead -> seen.add(beforeNote(seen), lead));
                left(entry, chat).ifPresent(left -> seen.add(noted(left, seen)));
            }
        }
        return seen;
    }

    /** The last message with a button of that label. */
    Optional<ChatMessage> messageWith(long chat, String label) {
        return ChatMessage.in(control.get("chats/" + chat)).reversed().stream()
                .filter(message -> message.buttons().contains(label))
                .findFirst();
    }

    private static Seen message(ChatMessage message) {
        if (message.hidden()) {
            return new Seen.Aside(message.text());
        }
        return message.buttons().isEmpty()
                ? Seen.Message.shown(message.text())
                : new Seen.Message(message.text(), message.buttons());
    }

    private Optional<Seen> left(JsonNode entry, long chat) {
        JsonNode asked = asked(entry);
        if (asked.path("CHAT_ID").asLong() != chat) {
            return Optional.empty();
        }
        return switch (entry.path("name").asText()) {
            case OPERATOR -> Optional.of(new Seen.HandedOff("queue", ""));
            case FINISH -> Optional.of(new Seen.Finished());
            case TRANSFER -> Optional.of(new Seen.HandedOff(target(asked), ""));
            default -> Optional.empty();
        };
    }

    /** A lead bears the chat's code, not its id. */
    private Optional<Seen> lead(JsonNode entry, String code) {
        JsonNode fields = asked(entry).path("fields");
        boolean ours = fields.path("IM").path(0).path("VALUE").asText().equals("imol|" + code);
        return ours && entry.path("name").asText().equals(LEAD)
                ? Optional.of(Seen.Led.of(new Lead(
                        fields.path("TITLE").asText(),
                        fields.path("NAME").asText(),
                        fields.path("PHONE").path(0).path("VALUE").asText(),
                        fields.path("EMAIL").path(0).path("VALUE").asText(),
                        fields.path("COMMENTS").asText())))
                : Optional.empty();
    }

    private String target(JsonNode asked) {
        if (asked.has("USER_ID")) {
            return "employee " + asked.path("USER_ID").asLong();
        }
        long other = asked.path("QUEUE_ID").asLong();
        return other == line ? "queue" : "line " + other;
    }

    /** A note follows the lead, and its hand-off follows the note. */
    private static int beforeNote(List<Seen> before) {
        return !before.isEmpty() && before.getLast() instanceof Seen.Aside ? before.size() - 1 : before.size();
    }

    private static Seen noted(Seen left, List<Seen> before) {
        if (left instanceof Seen.HandedOff(String to, String ignored)
                && !before.isEmpty()
                && before.getLast() instanceof Seen.Aside(String note)) {
            before.removeLast();
            return new Seen.HandedOff(to, note);
        }
        return left;
    }

    private static JsonNode asked(JsonNode entry) {
        try {
            return JSON.readTree(entry.path("request").asText());
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
