package openlines.bot;

import java.util.List;
import java.util.Optional;

/**
 * What a message was understood to mean.
 *
 * @param text the message as it came
 * @param language ISO 639-1 code the text was read in
 * @param intent the intent, where one is sure enough; empty is "not understood"
 * @param ranking the best guesses, likeliest first
 * @param entities what was found in the text, in its order
 */
public record Understanding(
        String text, String language, Optional<String> intent, List<Guess> ranking, List<Entity> entities) {
    public Understanding {
        ranking = List.copyOf(ranking);
        entities = List.copyOf(entities);
    }

    /** A text that nothing was read from: a button press, an empty message. */
    public static Understanding nothing(String text, String language) {
        return new Understanding(text, language, Optional.empty(), List.of(), List.of());
    }

    /** The first entity of a type. */
    public Optional<Entity> entity(String type) {
        return entities.stream().filter(found -> found.type().equals(type)).findFirst();
    }

    /** The confidence of the best guess, 0 where there is none. */
    public double confidence() {
        return ranking.isEmpty() ? 0 : ranking.getFirst().confidence();
    }
}
