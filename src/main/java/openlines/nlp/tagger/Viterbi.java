package openlines.nlp.tagger;

import java.util.List;

/** The best sequence of tags, by dynamic programming. */
final class Viterbi {
    private Viterbi() {}

    /** {@code transitions} has a last row for the sentence's beginning. */
    static int[] best(List<float[]> scores, float[][] transitions) {
        int length = scores.size();
        int tags = transitions.length - 1;
        float[][] sums = new float[length][tags];
        int[][] back = new int[length][tags];
        for (int i = 0; i < length; i++) {
            for (int tag = 0; tag < tags; tag++) {
                float best = Float.NEGATIVE_INFINITY;
                if (i == 0) {
                    best = Tags.inside(tag) ? Float.NEGATIVE_INFINITY : transitions[tags][tag];
                } else {
                    for (int before = 0; before < tags; before++) {
                        float sum = sums[i - 1][before] + transitions[before][tag];
                        if (Tags.follows(before, tag) && sum > best) {
                            best = sum;
                            back[i][tag] = before;
                        }
                    }
                }
                sums[i][tag] = best + scores.get(i)[tag];
            }
        }
        int[] found = new int[length];
        for (int tag = 1; tag < tags; tag++) {
            if (sums[length - 1][tag] > sums[length - 1][found[length - 1]]) {
                found[length - 1] = tag;
            }
        }
        for (int i = length - 1; i > 0; i--) {
            found[i - 1] = back[i][found[i]];
        }
        return found;
    }
}
