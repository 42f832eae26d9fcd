package openlines.bot;

/**
 * One button: it carries a payload, or it opens a link.
 *
 * @param label as shown; looked up in the bot's translations
 * @param payload what {@link Payload#write} made; empty for a link
 * @param link an address; empty for a payload
 */
public record Button(String label, String payload, String link) {
    static Button carrying(String label, Record payload) {
        return new Button(label, Payload.write(payload), "");
    }
}
