package openlines.bot;

/**
 * Who writes.
 *
 * @param id the portal's user id of this customer
 * @param name as the channel gave it; may be empty
 */
public record Customer(long id, String name) {
    public static final Customer UNKNOWN = new Customer(0, "");
}
