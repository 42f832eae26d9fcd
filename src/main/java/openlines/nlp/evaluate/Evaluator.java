package openlines.nlp.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import openlines.nlp.intent.IntentModel;
import openlines.nlp.intent.IntentTrainer;
import openlines.nlp.intent.Labelled;
import openlines.nlp.intent.Settings;
import openlines.nlp.intent.Verdict;

/** Trains on some texts and tries others. */
public final class Evaluator {
    private static final int FOLDS = 5;

    private final boolean full;
    private final long seed;

    public Evaluator(boolean full, long seed) {
        this.full = full;
        this.seed = seed;
    }

    /** Trains on {@code train} and tries {@code test}; its texts without an intent are out of scope. */
    public List<Outcome> test(List<Labelled> train, List<Labelled> test) {
        return test(train, test, Settings.of(train));
    }

    private List<Outcome> test(List<Labelled> train, List<Labelled> test, Settings settings) {
        return outcomes(new IntentTrainer(settings, full, seed).train(train), test);
    }

    /**
     * Tries every text on a model that did not see it: five models, each without a fifth of every intent's texts, all with
     * the settings that a model of all the texts is trained with.
     */
    public List<Outcome> crossValidate(List<Labelled> texts, Settings settings, Consumer<String> progress) {
        progress.accept("%d texts: %s".formatted(texts.size(), settings));
        List<List<Labelled>> folds = folds(texts);
        List<Outcome> all = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            progress.accept("fold %d of %d".formatted(fold + 1, FOLDS));
            List<Labelled> train = new ArrayList<>();
            for (int other = 0; other < FOLDS; other++) {
                if (other != fold) {
                    train.addAll(folds.get(other));
                }
            }
            all.addAll(test(train, folds.get(fold), settings));
        }
        return all;
    }

    /** What a model makes of texts. */
    public static List<Outcome> outcomes(IntentModel model, List<Labelled> texts) {
        return texts.parallelStream().map(text -> outcome(model, text)).toList();
    }

    private static Outcome outcome(IntentModel model, Labelled text) {
        Verdict verdict = model.classify(text.text());
        int best = verdict.best();
        return new Outcome(
                text.text(),
                text.intent(),
                model.intents().get(best),
                verdict.probabilities()[best],
                verdict.inScope(),
                verdict.keptIn(),
                verdict.surelyIn());
    }

    private List<List<Labelled>> folds(List<Labelled> texts) {
        Map<String, List<Labelled>> byIntent = new TreeMap<>();
        texts.forEach(text ->
                byIntent.computeIfAbsent(text.intent(), _ -> new ArrayList<>()).add(text));
        List<List<Labelled>> folds = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            folds.add(new ArrayList<>());
        }
        Random random = new Random(seed);
        int next = 0;
        for (List<Labelled> intent : byIntent.values()) {
            Collections.shuffle(intent, random);
            for (Labelled text : intent) {
                folds.get(next++ % FOLDS).add(text);
            }
        }
        return folds;
    }
}
