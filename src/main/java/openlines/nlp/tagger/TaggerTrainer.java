package openlines.nlp.tagger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The average of several perceptrons, each with sentences in an order of its own and a part of the features hidden: of
 * thirty sentences one alone learns their order by heart.
 */
final class TaggerTrainer {
    private static final int EPOCHS = 5;
    private static final int PERCEPTRONS = 10;
    /** Many sentences need no average over orders, and would take long. */
    private static final int ENOUGH_LESSONS = 20_000;

    private static final int LEAST_PERCEPTRONS = 2;
    private static final double HIDDEN = 0.3;

    private final List<Sentence> sentences;
    private final Tags tags;
    private final Gazetteer gazetteer;
    private final Ordinary ordinary;
    private final Random random;

    TaggerTrainer(List<Sentence> sentences, long seed) {
        this.sentences =
                sentences.stream().filter(each -> !each.tokens().isEmpty()).toList();
        this.tags = Tags.of(sentences);
        this.gazetteer = Gazetteer.of(sentences);
        this.ordinary = Ordinary.of(sentences);
        this.random = new Random(seed);
    }

    Tagger train() {
        Map<String, float[]> weights = new HashMap<>();
        float[][] transitions = new float[tags.count() + 1][tags.count()];
        List<Lesson> lessons = tags.types.isEmpty() ? List.of() : lessons();
        int perceptrons =
                Math.clamp(ENOUGH_LESSONS / (EPOCHS * Math.max(1, lessons.size())), LEAST_PERCEPTRONS, PERCEPTRONS);
        for (int i = 0; i < perceptrons; i++) {
            perceptron(new ArrayList<>(lessons)).share(weights, transitions, perceptrons);
        }
        return new Tagger(tags, gazetteer, ordinary, weights, transitions);
    }

    @SuppressWarnings("ArrayRecordComponent") // tags, read by index
    private record Lesson(List<List<String>> features, int[] right) {}

    private List<Lesson> lessons() {
        return sentences.stream()
                .map(sentence -> new Lesson(
                        new TagFeatures(sentence.tokens(), sentence.intent())
                                .all(gazetteer, ordinary, sentence.pieces()),
                        tags.of(sentence)))
                .toList();
    }

    private Perceptron perceptron(List<Lesson> lessons) {
        Perceptron perceptron = new Perceptron(tags.count());
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(lessons, random);
            for (Lesson lesson : lessons) {
                perceptron.learn(shown(lesson.features()), lesson.right());
            }
        }
        return perceptron;
    }

    private List<List<String>> shown(List<List<String>> features) {
        return features.stream()
                .map(word ->
                        word.stream().filter(_ -> random.nextDouble() >= HIDDEN).toList())
                .toList();
    }
}
