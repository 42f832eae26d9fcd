package openlines.nlp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import openlines.bot.Entity;
import openlines.bot.Guess;
import openlines.bot.Understanding;
import openlines.nlp.entity.EntityFinder;
import openlines.nlp.intent.IntentModel;
import openlines.nlp.intent.IntentTrainer;
import openlines.nlp.intent.Labelled;
import openlines.nlp.intent.Settings;
import openlines.nlp.intent.Verdict;
import openlines.nlp.phrase.Phrase;
import openlines.nlp.phrase.PhraseBook;
import openlines.nlp.text.LanguageGuess;
import openlines.nlp.text.Tokens;

/** Understands messages: trained once, immutable, shared by all threads. */
public final class Nlp {
    private static final long SEED = 1;
    private static final int GUESSES = 3;
    /** How much likelier an intent is when the bot has just asked for it. */
    private static final float EXPECTED = 4;

    private final IntentModel intents;
    private final LanguageGuess languages;
    private final EntityFinder entities;

    private Nlp(IntentModel intents, LanguageGuess languages, EntityFinder entities) {
        this.intents = intents;
        this.languages = languages;
        this.entities = entities;
    }

    /** Learns from a book of phrases; a small one takes a fraction of a second. */
    public static Nlp train(PhraseBook book) {
        List<Labelled> texts = book.phrases().stream()
                .map(phrase -> new Labelled(phrase.text(), phrase.inScope() ? phrase.intent() : Labelled.NONE))
                .toList();
        long sets = book.phrases().stream()
                .filter(Phrase::inScope)
                .map(phrase -> phrase.language() + '/' + phrase.intent())
                .distinct()
                .count();
        Settings settings = Settings.forTexts((double) texts.size() / Math.max(1, sets));
        Map<String, List<String>> languages = new TreeMap<>();
        book.phrases()
                .forEach(phrase -> languages
                        .computeIfAbsent(phrase.language(), _ -> new ArrayList<>())
                        .add(phrase.text()));
        return new Nlp(
                new IntentTrainer(settings, SEED).train(texts), LanguageGuess.learn(languages), EntityFinder.of(book));
    }

    /** The intents it can tell apart. */
    public List<String> intents() {
        return intents.intents();
    }

    /** Reads a message. */
    public Understanding understand(String text, Hint hint) {
        String language = languages.of(new Tokens().read(text), hint.language());
        List<Entity> found = entities.find(text, language, hint.zone(), hint.now());
        if (intents.intents().isEmpty()) {
            return new Understanding(text, language, Optional.empty(), List.of(), found);
        }
        Verdict verdict = intents.classify(text);
        float[] chances = expecting(verdict.probabilities(), hint);
        List<Guess> ranking = new ArrayList<>();
        for (int c = 0; c < chances.length; c++) {
            ranking.add(new Guess(intents.intents().get(c), chances[c]));
        }
        ranking.sort(Comparator.comparingDouble(Guess::confidence).reversed().thenComparing(Guess::intent));
        List<Guess> best = ranking.subList(0, Math.min(GUESSES, ranking.size()));
        Optional<String> intent =
                verdict.surelyIn() ? Optional.of(best.getFirst().intent()) : Optional.empty();
        return new Understanding(text, language, intent, best, found);
    }

    private float[] expecting(float[] probabilities, Hint hint) {
        if (hint.expectedIntents().isEmpty()) {
            return probabilities;
        }
        float[] chances = probabilities.clone();
        float sum = 0;
        for (int c = 0; c < chances.length; c++) {
            chances[c] *= hint.expectedIntents().contains(intents.intents().get(c)) ? EXPECTED : 1;
            sum += chances[c];
        }
        for (int c = 0; c < chances.length; c++) {
            chances[c] /= sum;
        }
        return chances;
    }
}
