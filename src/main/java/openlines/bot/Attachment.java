package openlines.bot;

/**
 * What is shown below a message: it lies at an address that the customer reaches.
 *
 * @param kind how it is shown
 * @param name what the customer reads
 * @param address {@code https://…}
 */
public record Attachment(Kind kind, String name, String address) {
    /** How it is shown. */
    public enum Kind {
        PICTURE,
        FILE
    }
}
