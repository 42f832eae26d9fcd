package openlines.simulator.content;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Message;
import openlines.simulator.engine.Fact;
import openlines.simulator.engine.Facts;
import openlines.simulator.engine.Json;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.engine.Kept;

/** Who reacted how to which message. */
@Singleton
public final class Reactions implements Kept {

    private static final Set<String> CODES = Set.of(
            "like",
            "dislike",
            "faceWithTearsOfJoy",
            "redHeart",
            "neutralFace",
            "fire",
            "cry",
            "slightlySmilingFace",
            "winkingFace",
            "laugh",
            "kiss",
            "wonder",
            "slightlyFrowningFace",
            "loudlyCryingFace",
            "faceWithStuckOutTongue",
            "faceWithStuckOutTongueAndWinkingEye",
            "smilingFaceWithSunglasses",
            "confusedFace",
            "flushedFace",
            "thinkingFace",
            "angry",
            "smilingFaceWithHorns",
            "faceWithThermometer",
            "facepalm",
            "poo",
            "flexedBiceps",
            "clappingHands",
            "raisedHand",
            "smilingFaceWithHeartEyes",
            "smilingFaceWithHearts",
            "pleadingFace",
            "relievedFace",
            "foldedHands",
            "okHand",
            "signHorns",
            "loveYouGesture",
            "clownFace",
            "partyingFace",
            "questionMark",
            "exclamationMark",
            "lightBulb",
            "bomb",
            "sleepingSymbol",
            "crossMark",
            "whiteHeavyCheckMark",
            "eyes",
            "handshake",
            "hundredPoints");

    /** A reaction was set or taken away. */
    public record ReactionChanged(Chat chat, Message message, long userId, String reaction, boolean set)
            implements Fact {
        @Override
        public JsonMap json() {
            return JsonMap.of("chatId", chat.id())
                    .with("messageId", message.id())
                    .with("userId", userId)
                    .with("reaction", reaction)
                    .with("set", set);
        }
    }

    private record Reaction(long message, long user, String code) {}

    private final Facts facts;
    private final Set<Reaction> all = new LinkedHashSet<>();

    Reactions(Facts facts) {
        this.facts = facts;
    }

    public static boolean known(String code) {
        return CODES.contains(code);
    }

    /** False where nothing changed. */
    public boolean set(Chat chat, Message message, long user, String code) {
        return tell(all.add(new Reaction(message.id(), user, code)), chat, message, user, code, true);
    }

    /** False where nothing changed. */
    public boolean remove(Chat chat, Message message, long user, String code) {
        return tell(all.remove(new Reaction(message.id(), user, code)), chat, message, user, code, false);
    }

    public boolean has(Message message, long user, String code) {
        return all.contains(new Reaction(message.id(), user, code));
    }

    private boolean tell(boolean changed, Chat chat, Message message, long user, String code, boolean set) {
        if (changed) {
            facts.emit(new ReactionChanged(chat, message, user, code, set));
        }
        return changed;
    }

    @Override
    public String name() {
        return "reactions";
    }

    @Override
    public JsonNode save() {
        return Json.tree(all);
    }

    @Override
    public void load(JsonNode saved) {
        all.clear();
        all.addAll(Json.read(saved, new TypeReference<List<Reaction>>() {}));
    }

    @Override
    public void clear() {
        all.clear();
    }
}
