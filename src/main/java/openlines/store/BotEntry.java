package openlines.store;

/**
 * A bot as it is registered at a portal.
 *
 * @param portal ours
 * @param botId the portal's user id of the bot
 * @param code which of the hosted bots it is
 * @param generation of the bot platform: events and calls differ
 * @param delivery how its events come
 * @param handler where its events are sent, {@code ""} where they are fetched
 * @param token {@code botToken} or {@code CLIENT_ID} where it was registered through a webhook
 * @param offset of the next event to fetch
 */
public record BotEntry(
        long portal,
        long botId,
        String code,
        Generation generation,
        Delivery delivery,
        String handler,
        String token,
        long offset) {
    /** Of the bot platform. */
    public enum Generation {
        V1,
        V2
    }

    /** How events come. */
    public enum Delivery {
        WEBHOOK,
        FETCH
    }

    @Override
    public String toString() {
        return "BotEntry[" + code + " " + botId + "]";
    }
}
