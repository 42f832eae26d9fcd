package openlines.bot;

/**
 * The dialog goes to a person.
 *
 * @param to where
 * @param note for the colleague; the customer does not see it
 */
public record Handoff(Target to, String note) implements Act {
    /** Where a dialog is handed. */
    public sealed interface Target {}

    /** The line's own queue: the next free operator. */
    public record ToQueue() implements Target {}

    /** Another open line. */
    public record ToLine(long line) implements Target {}

    /** One employee. */
    public record ToEmployee(long user) implements Target {}

    public Handoff toLine(long line) {
        return new Handoff(new ToLine(line), note);
    }

    public Handoff toEmployee(long user) {
        return new Handoff(new ToEmployee(user), note);
    }

    public Handoff noting(String words) {
        return new Handoff(to, words);
    }
}
