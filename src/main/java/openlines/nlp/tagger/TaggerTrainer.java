package openlines.nlp.tagger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Collins' perceptron: where the best sequence is wrong, the right one's features gain and the wrong one's lose. */
final class TaggerTrainer {
    private static final int EPOCHS = 10;

    /** A feature's weights, and their sum over time for the average. */
    @SuppressWarnings("ArrayRecordComponent") // numbers for inner loops; nobody compares two of them
    private record Row(float[] weights, float[] sums) {
        Row(int tags) {
            this(new float[tags], new float[tags]);
        }

        void move(int tag, float by, int time) {
            weights[tag] += by;
            sums[tag] += by * time;
        }

        float[] average(int time) {
            float[] average = new float[weights.length];
            for (int tag = 0; tag < average.length; tag++) {
                average[tag] = weights[tag] - sums[tag] / time;
            }
            return average;
        }
    }

    private final List<Sentence> sentences;
    private final Tags tags;
    private final Gazetteer gazetteer;
    private final Random random;
    private final Map<String, Row> rows = new HashMap<>();
    private final List<Row> transitions = new ArrayList<>();
    private int time = 1;

    TaggerTrainer(List<Sentence> sentences, long seed) {
        this.sentences = sentences;
        this.tags = Tags.of(sentences);
        this.gazetteer = Gazetteer.of(sentences);
        this.random = new Random(seed);
        for (int tag = 0; tag <= tags.count(); tag++) {
            transitions.add(new Row(tags.count()));
        }
    }

    Tagger train() {
        List<List<List<String>>> features = sentences.stream()
                .map(sentence ->
                        new TagFeatures(sentence.tokens(), sentence.intent()).all(gazetteer, sentence.pieces()))
                .toList();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            order.add(i);
        }
        for (int epoch = 0; epoch < EPOCHS && !tags.types.isEmpty(); epoch++) {
            Collections.shuffle(order, random);
            for (int i : order) {
                if (!sentences.get(i).tokens().isEmpty()) {
                    learn(features.get(i), tags.of(sentences.get(i)));
                    time++;
                }
            }
        }
        Map<String, float[]> weights = new HashMap<>();
        rows.forEach((feature, row) -> weights.put(feature, row.average(time)));
        float[][] averaged = transitions.stream().map(row -> row.average(time)).toArray(float[][]::new);
        return new Tagger(tags, gazetteer, weights, averaged);
    }

    private void learn(List<List<String>> features, int[] right) {
        List<float[]> scores = new ArrayList<>(features.size());
        for (List<String> word : features) {
            float[] sums = new float[tags.count()];
            for (String feature : word) {
                Row row = rows.get(feature);
                for (int tag = 0; row != null && tag < sums.length; tag++) {
                    sums[tag] += row.weights()[tag];
                }
            }
            scores.add(sums);
        }
        int[] guessed =
                Viterbi.best(scores, transitions.stream().map(Row::weights).toArray(float[][]::new));
        for (int i = 0; i < right.length; i++) {
            int rightBefore = i == 0 ? tags.count() : right[i - 1];
            int guessedBefore = i == 0 ? tags.count() : guessed[i - 1];
            if (right[i] != guessed[i]) {
                for (String feature : features.get(i)) {
                    Row row = rows.computeIfAbsent(feature, _ -> new Row(tags.count()));
                    row.move(right[i], 1, time);
                    row.move(guessed[i], -1, time);
                }
            }
            if (right[i] != guessed[i] || rightBefore != guessedBefore) {
                transitions.get(rightBefore).move(right[i], 1, time);
                transitions.get(guessedBefore).move(guessed[i], -1, time);
            }
        }
    }
}
