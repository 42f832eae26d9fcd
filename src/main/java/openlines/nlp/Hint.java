package openlines.nlp;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;

/**
 * What is known about a message before it is read.
 *
 * @param language ISO 639-1 code the dialog was held in so far, empty where unknown
 * @param expectedIntents what the bot has just asked for: these get a head start
 * @param zone the line's time zone, for "tomorrow at nine"
 * @param now the clock's now, for the same
 */
public record Hint(String language, Set<String> expectedIntents, ZoneId zone, Instant now) {
    public Hint {
        expectedIntents = Set.copyOf(expectedIntents);
    }

    /** A message out of the blue. */
    public static Hint none(ZoneId zone, Instant now) {
        return new Hint("", Set.of(), zone, now);
    }
}
