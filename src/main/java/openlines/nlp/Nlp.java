package openlines.nlp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
import openlines.nlp.intent.Classifier;
import openlines.nlp.intent.IntentModel;
import openlines.nlp.intent.IntentTrainer;
import openlines.nlp.intent.Reason;
import openlines.nlp.intent.Verdict;
import openlines.nlp.opennlp.ForeignCategorizer;
import openlines.nlp.phrase.PhraseBook;
import openlines.nlp.text.LanguageGuess;
import openlines.nlp.text.MessageSentences;
import opennlp.tools.doccat.DocumentCategorizer;
import opennlp.tools.namefind.TokenNameFinder;
import opennlp.tools.tokenize.Tokenizer;

/** Understands messages: trained once, immutable, shared by all threads. */
public final class Nlp {
    private static final int GUESSES = 3;
    /** How much likelier an intent is when the bot has just asked for it. */
    private static final float EXPECTED = 4;

    private final Classifier intents;
    private final LanguageGuess languages;
    private final EntityFinder entities;
    private final String fingerprint;
    private final Scope scope;

    private Nlp(Classifier intents, LanguageGuess languages, EntityFinder entities, String fingerprint, Scope scope) {
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
        Lesson lesson = Lesson.of(book);
        how.progress()
                .accept("%d phrases, %d intents: %s"
                        .formatted(lesson.texts().size(), book.intents().size(), lesson.settings()));
        IntentModel intents = new IntentTrainer(lesson.settings(), how.full(), how.seed()).train(lesson.texts());
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

    /**
     * The same, but a model of OpenNLP's decides on the intents; its categories are their names.
     *
     * @param categorizer asked by all threads at once, as {@code DocumentCategorizerME} may be
     * @param tokenizer the one that the categorizer was trained with
     */
    public Nlp with(DocumentCategorizer categorizer, Tokenizer tokenizer) {
        return new Nlp(new ForeignCategorizer(categorizer, tokenizer), languages, entities, fingerprint, scope);
    }

    /** The same, which also finds what a name finder of OpenNLP's finds, where nothing of the bot's own is. */
    public Nlp with(TokenNameFinder names) {
        return new Nlp(intents, languages, entities.with(names), fingerprint, scope);
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
        if (intents.intents().isEmpty() || meant.verdict().known() == 0 || !says(text)) {
            List<Entity> found = meant.entities(entities, "", hint);
            return new Understanding(text, meant.language(), Optional.empty(), List.of(), found);
        }
        Decided decided = decide(meant.verdict(), hint);
        if (!decided.sure()) {
            decided = telling(text, hint).orElse(decided);
        }
        String likeliest = decided.ranking().getFirst().intent();
        return new Understanding(
                text,
                meant.language(),
                decided.sure() ? Optional.of(likeliest) : Optional.empty(),
                decided.ranking(),
                meant.entities(entities, likeliest, hint));
    }

    /** A question mark alone asks nothing. */
    private static boolean says(String text) {
        return text.codePoints().anyMatch(c -> Character.isLetterOrDigit(c) || (c > 127 && Character.isEmoji(c)));
    }

    /** Reads each sentence of a message for itself: a customer may ask two things at once. */
    public List<Understanding> sentences(String text, Hint hint) {
        return Arrays.stream(MessageSentences.INSTANCE.sentDetect(text))
                .map(sentence -> understand(sentence, hint))
                .toList();
    }

    private record Decided(List<Guess> ranking, boolean sure) {}

    private Decided decide(Verdict verdict, Hint hint) {
        List<Guess> best = ranking(expecting(verdict.probabilities(), hint));
        boolean generous = scope == Scope.KEEPING
                || hint.expectedIntents().contains(best.getFirst().intent());
        return new Decided(best, generous ? verdict.keptIn() : verdict.surelyIn());
    }

    /**
     * Where a message as a whole says nothing clear, one of its sentences may: the surest of some length, for a greeting
     * is sure and short, and not why somebody writes.
     */
    private Optional<Decided> telling(String text, Hint hint) {
        Decided best = null;
        double most = 0;
        for (String sentence : Sentences.worthReading(text)) {
            Meant meant = Meant.of(sentence, hint.language(), intents, languages);
            if (meant.verdict().known() > 0) {
                Decided decided = decide(meant.verdict(), hint);
                double sureness = decided.ranking().getFirst().confidence();
                double says = sureness * Sentences.says(sentence);
                if (decided.sure() && sureness >= Sentences.SURE && says > most) {
                    best = decided;
                    most = says;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** The text as it was read: as written, or with the layout or the transliteration put right. */
    public String readAs(String text, Hint hint) {
        return Meant.of(text, hint.language(), intents, languages).text();
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
        if (!(intents instanceof IntentModel own)) {
            throw new IllegalStateException("a model of OpenNLP's is kept in its own file, not in ours");
        }
        ModelWriter out = new ModelWriter();
        out.text(fingerprint).text(scope.name());
        own.write(out);
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
