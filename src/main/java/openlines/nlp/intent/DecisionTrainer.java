package openlines.nlp.intent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Learns temperature, head and thresholds from what models make of texts they did not see: each of five leaves a fifth of
 * the texts and a fifth of the intents out.
 */
final class DecisionTrainer {
    private static final int FOLDS = 5;
    private static final float WRITTEN_FOREIGN = 10;

    /**
     * What a model made of a text it did not see.
     *
     * @param reading how it read the text
     * @param intent the text's intent, or that it has none this model knows
     * @param weight how much the text counts; one that was written to be out of scope tells most about what is
     */
    record Unseen(Reading reading, int intent, float weight) {
        boolean inScope() {
            return intent != Examples.OUT_OF_SCOPE;
        }
    }

    private final IntentTrainer trainer;
    private final List<Labelled> texts;
    private final long seed;

    DecisionTrainer(IntentTrainer trainer, List<Labelled> texts, long seed) {
        this.trainer = trainer;
        this.texts = texts;
        this.seed = seed;
    }

    Decision train() {
        List<String> intents = new ArrayList<>(texts.stream()
                .filter(Labelled::inScope)
                .map(Labelled::intent)
                .distinct()
                .sorted()
                .toList());
        List<Labelled> order = new ArrayList<>(texts);
        Collections.shuffle(intents, new Random(seed));
        Collections.shuffle(order, new Random(seed + 1));
        if (intents.size() < 2 || texts.size() < 2 * FOLDS) {
            return new Decision(2, ScopeHead.PRIOR, 0.2f, 0.5f);
        }
        List<Unseen> unseen = IntStream.range(0, FOLDS)
                .parallel()
                .mapToObj(fold -> fold(order, intents, fold))
                .flatMap(List::stream)
                .toList();
        float temperature =
                Temperature.of(unseen.stream().filter(Unseen::inScope).toList());
        return new ScopeTrainer(unseen, temperature).decision(trainer.settings().foreignShare());
    }

    private List<Unseen> fold(List<Labelled> order, List<String> intents, int fold) {
        Set<String> foreign = new HashSet<>();
        for (int i = fold; i < intents.size() && intents.size() - foreign.size() > 2; i += FOLDS) {
            foreign.add(intents.get(i));
        }
        List<Labelled> taught = new ArrayList<>();
        List<Labelled> held = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            Labelled text = order.get(i);
            boolean out = i % FOLDS == fold;
            if (out) {
                held.add(text);
            } else if (!foreign.contains(text.intent())) {
                taught.add(text);
            }
        }
        IntentModel model = trainer.fit(taught);
        return held.stream()
                .map(text -> new Unseen(
                        model.read(text.text()),
                        model.intents.indexOf(text.intent()),
                        text.inScope() ? 1 : WRITTEN_FOREIGN))
                .toList();
    }
}
