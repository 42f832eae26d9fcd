package openlines.simulator.connector;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.Optional;
import openlines.simulator.engine.Kept;
import openlines.simulator.engine.Shelf;

/** Which of the portal's chats is which conversation of which connector. */
@Singleton
public final class Threads implements Kept {

    /**
     * One conversation.
     *
     * @param chatId the portal's
     * @param chatCode the channel's
     * @param userCode the channel's; 0 where the connector groups by chats
     */
    public record Strand(long chatId, String connector, long lineId, String chatCode, String userCode) {}

    private final Shelf<Strand> shelf = new Shelf<>(Strand.class, 1);

    void put(Strand strand) {
        shelf.put(strand.chatId, strand);
    }

    public Optional<Strand> find(long chat) {
        return shelf.find(chat);
    }

    @Override
    public String name() {
        return "connector-threads";
    }

    @Override
    public JsonNode save() {
        return shelf.save();
    }

    @Override
    public void load(JsonNode saved) {
        shelf.load(saved);
    }

    @Override
    public void clear() {
        shelf.clear();
    }
}
