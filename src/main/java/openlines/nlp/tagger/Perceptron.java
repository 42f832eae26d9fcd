package openlines.nlp.tagger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collins' perceptron: where the best sequence is wrong, the right one's features gain and the wrong one's lose. */
final class Perceptron {
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

        /** Adds the average's share to what others have learned. */
        void share(float[] total, int time, int shares) {
            for (int tag = 0; tag < total.length; tag++) {
                total[tag] += (weights[tag] - sums[tag] / time) / shares;
            }
        }
    }

    private final int tags;
    private final Map<String, Row> rows = new HashMap<>();
    private final List<Row> transitions = new ArrayList<>();
    private int time = 1;

    Perceptron(int tags) {
        this.tags = tags;
        for (int tag = 0; tag <= tags; tag++) {
            transitions.add(new Row(tags));
        }
    }

    void learn(List<List<String>> features, int[] right) {
        int[] guessed = guess(features);
        for (int i = 0; i < right.length; i++) {
            int rightBefore = i == 0 ? tags : right[i - 1];
            int guessedBefore = i == 0 ? tags : guessed[i - 1];
            if (right[i] != guessed[i]) {
                for (String feature : features.get(i)) {
                    Row row = rows.computeIfAbsent(feature, _ -> new Row(tags));
                    row.move(right[i], 1, time);
                    row.move(guessed[i], -1, time);
                }
            }
            if (right[i] != guessed[i] || rightBefore != guessedBefore) {
                transitions.get(rightBefore).move(right[i], 1, time);
                transitions.get(guessedBefore).move(guessed[i], -1, time);
            }
        }
        time++;
    }

    private int[] guess(List<List<String>> features) {
        List<float[]> scores = new ArrayList<>(features.size());
        for (List<String> word : features) {
            float[] sums = new float[tags];
            for (String feature : word) {
                Row row = rows.get(feature);
                for (int tag = 0; row != null && tag < tags; tag++) {
                    sums[tag] += row.weights()[tag];
                }
            }
            scores.add(sums);
        }
        return Viterbi.best(scores, transitions.stream().map(Row::weights).toArray(float[][]::new));
    }

    /** Adds its averaged weights, one of so many shares, to those of the other perceptrons. */
    void share(Map<String, float[]> weights, float[][] following, int shares) {
        rows.forEach((feature, row) -> row.share(weights.computeIfAbsent(feature, _ -> new float[tags]), time, shares));
        for (int tag = 0; tag <= tags; tag++) {
            transitions.get(tag).share(following[tag], time, shares);
        }
    }
}
