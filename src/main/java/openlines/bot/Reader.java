package openlines.bot;

import java.util.Set;

/** Reads a text. The conversation asks for it only where the turn needs it. */
@FunctionalInterface
public interface Reader {
    /**
     * Reads one message.
     *
     * @param language the dialog's language so far, {@code ""} where unknown
     * @param expected intents that are likelier here than elsewhere
     */
    Understanding read(String text, String language, Set<String> expected);
}
