package openlines.nlp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import openlines.bot.Entity;
import openlines.nlp.entity.EntityFinder;
import openlines.nlp.intent.Classifier;
import openlines.nlp.intent.Verdict;
import openlines.nlp.text.LanguageGuess;
import openlines.nlp.text.Rewriting;
import openlines.nlp.text.Rewritten;
import openlines.nlp.text.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * The message as it was meant: as written, or put right where that makes far more sense of it.
 *
 * @param message as it came
 * @param put how it was put right, if it was
 * @param verdict what the classifier makes of it
 * @param language what it is written in
 */
record Meant(String message, @Nullable Rewritten put, Verdict verdict, String language) {
    /** Below so much knowledge of a text it may have been typed wrongly. */
    private static final double STRANGE = 0.5;
    /** How much more must be known of a text put right, for it to be what was meant. */
    private static final double CLEARLY = 0.25;

    /** Known from end to end. */
    private static final double WHOLLY = 0.95;
    /** A message longer than this has words enough to tell its language. */
    private static final int SHORT = 20;

    static Meant of(String message, String hinted, Classifier intents, LanguageGuess languages) {
        Verdict verdict = intents.classify(message);
        Meant best = new Meant(message, null, verdict, languages.of(new Tokens().read(message), hinted));
        if (!languages.languages().contains("ru") || message.isBlank()) {
            return best;
        }
        if (verdict.known() >= STRANGE) {
            return hinted.equals("ru") ? likelierInCyrillic(best, intents) : best;
        }
        for (Rewritten put : List.of(Rewriting.layout(message), Rewriting.cyrillic(message))) {
            Verdict other = intents.classify(put.text());
            double before = best.put() == null
                    ? verdict.known() + CLEARLY
                    : best.verdict().known();
            if (other.known() > before) {
                best = new Meant(message, put, other, languages.of(new Tokens().read(put.text()), hinted));
            }
        }
        return best;
    }

    /** In a Russian dialog "da" is "да", though German has that word too. */
    private static Meant likelierInCyrillic(Meant written, Classifier intents) {
        if (written.message().length() > SHORT) {
            return written;
        }
        Rewritten put = Rewriting.cyrillic(written.message());
        Verdict other = intents.classify(put.text());
        boolean likelier = other.known() >= written.verdict().known()
                && other.known() >= WHOLLY
                && top(other) > top(written.verdict()) + CLEARLY;
        return likelier ? new Meant(written.message(), put, other, "ru") : written;
    }

    private static float top(Verdict verdict) {
        return verdict.probabilities().length == 0 ? 0 : verdict.probabilities()[verdict.best()];
    }

    /** The text as it was meant. */
    String text() {
        return put == null ? message : put.text();
    }

    /**
     * The entities at their places in the message as it came: those of the message itself (an address stays an address),
     * and those that only the text put right has.
     */
    List<Entity> entities(EntityFinder finder, String intent, Hint hint) {
        List<Entity> found = finder.find(message, language, intent, hint.zone(), hint.now());
        if (put == null) {
            return found;
        }
        List<Entity> all = new ArrayList<>(found);
        for (Entity entity : finder.find(put.text(), language, intent, hint.zone(), hint.now())) {
            int start = put.origin(entity.start());
            int end = put.origin(entity.end());
            if (found.stream().noneMatch(other -> other.start() < end && start < other.end())) {
                all.add(new Entity(
                        entity.type(), message.substring(start, end), entity.value(), start, end, entity.confidence()));
            }
        }
        all.sort(Comparator.comparingInt(Entity::start));
        return all;
    }
}
