package openlines.bot;

/**
 * A lead in the portal's CRM, linked to the dialog.
 *
 * @param title what it is called
 * @param name who asks; the customer's name as the channel gave it where this is empty
 * @param phone may be empty, as {@code email} and {@code comment} may
 */
public record Lead(String title, String name, String phone, String email, String comment) implements Act {
    public Lead of(String who) {
        return new Lead(title, who, phone, email, comment);
    }

    public Lead phone(String number) {
        return new Lead(title, name, number, email, comment);
    }

    public Lead email(String address) {
        return new Lead(title, name, phone, address, comment);
    }

    public Lead noting(String words) {
        return new Lead(title, name, phone, email, words);
    }
}
