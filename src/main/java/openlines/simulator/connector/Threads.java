package openlines.simulator.connector;

import jakarta.inject.Singleton;
import openlines.simulator.engine.Stock;

/** Which of the portal's chats is which conversation of which connector. */
@Singleton
public final class Threads extends Stock<Threads.Strand> {

    /**
     * One conversation.
     *
     * @param chatId the portal's
     * @param chatCode the channel's
     * @param userCode the channel's; 0 where the connector groups by chats
     */
    public record Strand(long chatId, String connector, long lineId, String chatCode, String userCode) {}

    Threads() {
        super("connector-threads", Strand.class, 1);
    }

    void put(Strand strand) {
        shelf.put(strand.chatId, strand);
    }
}
