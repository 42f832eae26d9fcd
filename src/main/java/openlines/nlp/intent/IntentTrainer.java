package openlines.nlp.intent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.IntStream;
import openlines.nlp.text.Tokens;

/** Trains a classifier: margin machines and a softmax regression, blended into one matrix. */
public final class IntentTrainer {
    /** How much the margins count beside the softmax scores. */
    static final float MARGINS = 6;

    private static final int FULL_NETWORKS = 3;

    private final Settings settings;
    private final long seed;
    private final int networks;

    /**
     * A trainer.
     *
     * @param full whether networks are trained too: slower, and a little better
     */
    public IntentTrainer(Settings settings, boolean full, long seed) {
        this(settings, seed, full ? FULL_NETWORKS : 0);
    }

    private IntentTrainer(Settings settings, long seed, int networks) {
        this.settings = settings;
        this.seed = seed;
        this.networks = networks;
    }

    /** A trainer with the settings that the number of texts asks for. */
    public static IntentTrainer of(List<Labelled> texts, boolean full, long seed) {
        return new IntentTrainer(Settings.of(texts), full, seed);
    }

    /** A model of the texts, calibrated on what it makes of texts that it did not see. */
    public IntentModel train(List<Labelled> texts) {
        return Cores.share(() -> {
            ForkJoinTask<IntentModel> model = Cores.beside(() -> fit(texts));
            Decision decision = new DecisionTrainer(this, texts, seed).train();
            return model.join().deciding(decision);
        });
    }

    /** The trainer of models that are only tried: one network does for them. */
    IntentTrainer rehearsing() {
        return new IntentTrainer(settings, seed, Math.min(1, networks));
    }

    Settings settings() {
        return settings;
    }

    /** A model whose scores are not yet calibrated. */
    IntentModel fit(List<Labelled> texts) {
        List<String> intents = texts.stream()
                .filter(Labelled::inScope)
                .map(Labelled::intent)
                .distinct()
                .sorted()
                .toList();
        List<Labelled> taught = settings.names() ? named(texts, intents) : texts;
        Vocabulary vocabulary =
                VocabularyBuilder.of(taught.stream().map(Labelled::text).toList(), settings.features());
        Examples examples = examples(taught, intents, vocabulary);
        ForkJoinTask<Linear> softmax = Cores.beside(() -> new SoftmaxTrainer(examples, settings, seed).train());
        List<CompactNetwork> trained = IntStream.range(0, networks)
                .parallel()
                .mapToObj(i -> CompactNetwork.of(new NetworkTrainer(examples, settings, seed + i).train()))
                .toList();
        Linear model = new MarginTrainer(examples, seed).train();
        model.blend(MARGINS, softmax.join());
        return new IntentModel(intents, settings.features(), vocabulary, Quantised.of(model), trained, Decision.RAW);
    }

    private Examples examples(List<Labelled> texts, List<String> intents, Vocabulary vocabulary) {
        Map<String, Integer> places = new HashMap<>();
        intents.forEach(intent -> places.put(intent, places.size()));
        Scratch scratch = new Scratch(vocabulary);
        List<SparseText> sparse = new ArrayList<>();
        for (Labelled text : texts) {
            scratch.read(text.text(), vocabulary, settings.features());
            sparse.add(scratch.text());
        }
        int[] classes = texts.stream()
                .mapToInt(text -> places.getOrDefault(text.intent(), Examples.OUT_OF_SCOPE))
                .toArray();
        int rows = vocabulary.size() + CommonWords.shipped().size();
        return new Examples(sparse, classes, rows, intents.size());
    }

    /** An intent's name is one more example of it, if the texts speak the name's language. */
    private static List<Labelled> named(List<Labelled> texts, List<String> intents) {
        Set<String> words = new HashSet<>();
        Tokens tokens = new Tokens();
        texts.forEach(text -> words.addAll(tokens.read(text.text()).list()));
        List<Labelled> all = new ArrayList<>(texts);
        for (String intent : intents) {
            String name = intent.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ").replaceAll("[^\\p{L}\\p{N}]+", " ");
            List<String> parts = tokens.read(name).list();
            if (!intent.equalsIgnoreCase("none") && parts.stream().anyMatch(words::contains)) {
                all.add(new Labelled(name, intent));
            }
        }
        return all;
    }
}
