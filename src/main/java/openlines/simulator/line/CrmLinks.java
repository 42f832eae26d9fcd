package openlines.simulator.line;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import openlines.simulator.engine.Json;
import openlines.simulator.engine.Kept;

/** Which CRM objects a line's chat is linked to. */
@Singleton
public final class CrmLinks implements Kept {

    private static final List<String> TYPES = List.of("LEAD", "COMPANY", "CONTACT", "DEAL");

    /** A CRM object: {@code LEAD} and its id, for one. */
    public record Link(String type, long id) {}

    /** All links of one chat; {@code main} is what the session was saved as. */
    public record Links(Optional<Link> main, Map<String, Long> byType) {
        static final Links NONE = new Links(Optional.empty(), Map.of());

        /** {@code LEAD|1209|COMPANY|0|CONTACT|0|DEAL|0}. */
        String text() {
            return TYPES.stream()
                    .map(type -> type + "|" + byType.getOrDefault(type, 0L))
                    .collect(Collectors.joining("|"));
        }
    }

    private final Map<Long, Links> byChat = new TreeMap<>();

    public Links of(long chat) {
        return byChat.getOrDefault(chat, Links.NONE);
    }

    public void add(long chat, Link link) {
        Map<String, Long> byType = new TreeMap<>(of(chat).byType());
        byType.put(link.type(), link.id());
        byChat.put(chat, new Links(Optional.of(of(chat).main().orElse(link)), byType));
    }

    /** The chats of a CRM object, newest first. */
    public List<Long> chatsOf(String type, long id) {
        return byChat.entrySet().stream()
                .filter(entry -> entry.getValue().byType().getOrDefault(type, 0L) == id)
                .map(Map.Entry::getKey)
                .sorted(java.util.Comparator.reverseOrder())
                .toList();
    }

    @Override
    public String name() {
        return "crm-links";
    }

    @Override
    public JsonNode save() {
        return Json.tree(byChat);
    }

    @Override
    public void load(JsonNode saved) {
        clear();
        byChat.putAll(Json.read(saved, new TypeReference<Map<Long, Links>>() {}));
    }

    @Override
    public void clear() {
        byChat.clear();
    }
}
