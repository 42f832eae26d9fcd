package openlines.bot;

/**
 * A bot: a table from what happens in a dialog to what is answered.
 *
 * <p>{@link #define} is called once, before the first turn; the handlers it names are called from many threads, one
 * turn of one dialog at a time.
 */
@FunctionalInterface
public interface Bot {
    /** Writes the table: {@code on.intent("price.ask", this::quote)}. */
    void define(Dialog on);
}
