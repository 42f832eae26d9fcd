package openlines.bot;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What is peculiar to a hello: a question may stand beside it, and the bot's own may have answered it already. */
final class Greeting {
    private static final String INTENT = "greeting";

    /** What else a greeting may mean is its question from here on. */
    private static final double BESIDES = 0.2;

    private static final String GREETED = "openlines.greeted";

    /** The portal brings the bot in with the customer's first message. */
    private static final Set<Reason> WITH_MESSAGE = EnumSet.of(Reason.WELCOME, Reason.AFTER_HOURS);

    private Greeting() {}

    /** The intent; of a greeting with a question in it, the question. */
    static Optional<String> meant(Understanding understanding, Predicate<String> handled) {
        if (!understanding.intent().equals(Optional.of(INTENT))) {
            return understanding.intent();
        }
        return understanding.ranking().stream()
                .filter(guess -> !guess.intent().equals(INTENT) && guess.confidence() >= BESIDES)
                .map(Guess::intent)
                .filter(handled)
                .findFirst()
                .or(understanding::intent);
    }

    /** A greeting before the question makes the question no less likely. */
    static double likelihood(Understanding understanding, String meant) {
        return understanding.confidence()
                + understanding.ranking().stream()
                        .skip(1)
                        .filter(guess ->
                                guess.intent().equals(meant) || guess.intent().equals(INTENT))
                        .mapToDouble(Guess::confidence)
                        .sum();
    }

    /** The bot has said something as it joined. */
    static DialogState said(DialogState state, Reason reason) {
        return WITH_MESSAGE.contains(reason) ? state.with(state.memory().remembering(GREETED, reason.name())) : state;
    }

    /** The hello that brought the bot in is answered by the bot's own. */
    static boolean isAnswered(String meant, DialogState state) {
        return meant.equals(INTENT)
                && state.memory().heard().size() == 1
                && state.memory().values().containsKey(GREETED);
    }
}
