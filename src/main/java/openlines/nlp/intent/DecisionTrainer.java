package openlines.nlp.intent;

import java.util.ArrayList;
import java.util.Arrays;
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
    private static final float NONSENSE = 0.5f;

    /**
     * What a model made of a text it did not see.
     *
     * @param reading how it read the text
     * @param intent the text's intent, or that it has none this model knows
     * @param weight how much the text counts; one that was written to be out of scope tells most about what is
     * @param nonsense whether its letters were shuffled
     */
    record Unseen(Reading reading, int intent, float weight, boolean nonsense) {
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
        IntentModel model = trainer.rehearsing().fit(taught);
        List<Unseen> unseen = new ArrayList<>();
        Random random = new Random(seed + fold);
        for (Labelled text : held) {
            int intent = model.intents.indexOf(text.intent());
            unseen.add(new Unseen(model.read(text.text()), intent, text.inScope() ? 1 : WRITTEN_FOREIGN, false));
            if (trainer.settings().nonsense()) {
                Reading shuffled = model.read(nonsense(text.text(), random));
                unseen.add(new Unseen(shuffled, Examples.OUT_OF_SCOPE, NONSENSE, true));
            }
        }
        return unseen;
    }

    /** A few of the text's words with the letters of all of them in any order. */
    private static String nonsense(String text, Random random) {
        List<Character> letters = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetter(text.charAt(i))) {
                letters.add(text.charAt(i));
            }
        }
        Collections.shuffle(letters, random);
        StringBuilder out = new StringBuilder(text);
        int next = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetter(text.charAt(i))) {
                out.setCharAt(i, letters.get(next++));
            }
        }
        String[] words = out.toString().strip().split("\\s+", -1);
        return String.join(" ", Arrays.copyOf(words, Math.min(words.length, 1 + random.nextInt(3))));
    }
}
