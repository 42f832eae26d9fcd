package openlines.nlp;

import java.nio.file.Path;
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
import openlines.nlp.file.ModelReader;
import openlines.nlp.file.ModelWriter;
import openlines.nlp.intent.IntentModel;
import openlines.nlp.intent.IntentTrainer;
import openlines.nlp.intent.Labelled;
import openlines.nlp.intent.Reason;
import openlines.nlp.intent.Settings;
import openlines.nlp.intent.Verdict;
import openlines.nlp.phrase.Phrase;
import openlines.nlp.phrase.PhraseBook;
import openlines.nlp.text.LanguageGuess;

/** Understands messages: trained once, immutable, shared by all threads. */
public final class Nlp {
    private static final int GUESSES = 3;
    /** How much likelier an intent is when the bot has just asked for it. */
    private static final float EXPECTED = 4;

    private final IntentModel intents;
    private final LanguageGuess languages;
    private final EntityFinder entities;
    private final String fingerprint;
    private final Scope scope;

    private Nlp(IntentModel intents, LanguageGuess languages, EntityFinder entities, String fingerprint, Scope scope) {
        this.intents = intents;
        this.languages = languages;
        this.entities = entities;
        this.fingerprint = fingerprint;
        this.scope = scope;
    }

    /** Learns from a book of phrases; a small one takes a fraction of a second. */
    public static Nlp train(PhraseBook book) {
        return train(book, Training.FAST);
    }

    /** Learns from a book of phrases. */
    public static Nlp train(PhraseBook book, Training how) {
        List<Labelled> texts = book.phrases().stream()
                .map(phrase -> new Labelled(phrase.text(), phrase.inScope() ? phrase.intent() : Labelled.NONE))
                .toList();
        long sets = book.phrases().stream()
                .filter(Phrase::inScope)
                .map(phrase -> phrase.language() + '/' + phrase.intent())
                .distinct()
                .count();
        Settings settings = Settings.forTexts((double) texts.size() / Math.max(1, sets));
        how.progress()
                .accept("%d phrases, %d intents"
                        .formatted(texts.size(), book.intents().size()));
        IntentModel intents = new IntentTrainer(settings, how.full(), how.seed()).train(texts);
        how.progress().accept("%d features; calibrated".formatted(intents.size()));
        Map<String, List<String>> languages = new TreeMap<>();
        book.phrases()
                .forEach(phrase -> languages
                        .computeIfAbsent(phrase.language(), _ -> new ArrayList<>())
                        .add(phrase.text()));
        return new Nlp(
                intents, LanguageGuess.learn(languages), EntityFinder.of(book), fingerprint(book, how), Scope.BALANCED);
    }

    /** What tells whether a model is of this book and this way of training. */
    public static String fingerprint(PhraseBook book, Training how) {
        return book.fingerprint() + (how.full() ? "+full " : " ") + how.seed();
    }

    /** The same model with another readiness to say that it did not understand. */
    public Nlp with(Scope other) {
        return new Nlp(intents, languages, entities, fingerprint, other);
    }

    /** The intents it can tell apart. */
    public List<String> intents() {
        return intents.intents();
    }

    /** The languages it was taught in. */
    public List<String> languages() {
        return languages.languages();
    }

    /** What it was trained from; see {@link #fingerprint(PhraseBook, Training)}. */
    public String fingerprint() {
        return fingerprint;
    }

    /** Reads a message. */
    public Understanding understand(String text, Hint hint) {
        Meant meant = Meant.of(text, hint.language(), intents, languages);
        if (intents.intents().isEmpty() || meant.verdict().known() == 0) {
            List<Entity> found = meant.entities(entities, "", hint);
            return new Understanding(text, meant.language(), Optional.empty(), List.of(), found);
        }
        Verdict verdict = meant.verdict();
        List<Guess> best = ranking(expecting(verdict.probabilities(), hint));
        String likeliest = best.getFirst().intent();
        boolean generous = scope == Scope.KEEPING || hint.expectedIntents().contains(likeliest);
        boolean sure = generous ? verdict.keptIn() : verdict.surelyIn();
        return new Understanding(
                text,
                meant.language(),
                sure ? Optional.of(likeliest) : Optional.empty(),
                best,
                meant.entities(entities, likeliest, hint));
    }

    /** Which pieces of the text spoke for an intent, strongest first. */
    public List<Reason> reasons(String text, String intent, Hint hint) {
        return intents.reasons(
                Meant.of(text, hint.language(), intents, languages).text(), intent);
    }

    private List<Guess> ranking(float[] chances) {
        List<Guess> ranking = new ArrayList<>(chances.length);
        for (int c = 0; c < chances.length; c++) {
            ranking.add(new Guess(intents.intents().get(c), chances[c]));
        }
        ranking.sort(Comparator.comparingDouble(Guess::confidence).reversed().thenComparing(Guess::intent));
        return ranking.subList(0, Math.min(GUESSES, ranking.size()));
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

    /** Writes the model to a file. */
    public void save(Path file) {
        ModelWriter out = new ModelWriter();
        out.text(fingerprint).text(scope.name());
        intents.write(out);
        languages.write(out);
        entities.write(out);
        out.save(file);
    }

    /** Reads a model from a file. */
    public static Nlp load(Path file) {
        return ModelReader.read(file, in -> {
            String fingerprint = in.text();
            Scope scope = Scope.valueOf(in.text());
            return new Nlp(IntentModel.read(in), LanguageGuess.read(in), EntityFinder.read(in), fingerprint, scope);
        });
    }
}
