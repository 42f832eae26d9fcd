package openlines.nlp.intent;

import java.util.ArrayList;
import java.util.List;

/** The blend of margin machines and softmax regression over features that somebody else made. */
public final class EventBlend {
    /** Brings blended scores to the size of log odds; a raw blend is several times surer than it may be. */
    private static final float MODEST = 0.3f;

    private EventBlend() {}

    /**
     * Weights, one row a feature, one column an outcome.
     *
     * @param features each event's features
     * @param values their values; an empty array where all are one
     * @param outcomes each event's outcome
     * @param rows how many features there are
     * @param classes how many outcomes there are
     * @param seed the same seed gives the same weights
     */
    public static float[][] train(
            int[][] features, float[][] values, int[] outcomes, int rows, int classes, long seed) {
        List<SparseText> texts = new ArrayList<>(features.length);
        for (int event = 0; event < features.length; event++) {
            texts.add(unit(features[event], values.length == 0 ? new float[0] : values[event]));
        }
        Examples examples = new Examples(texts, outcomes, rows, classes);
        Settings settings = Settings.forTexts((double) outcomes.length / Math.max(1, classes));
        Linear blend = new MarginTrainer(examples, seed).train();
        blend.blend(IntentTrainer.MARGINS, new SoftmaxTrainer(examples, settings, seed).train());
        float[][] weights = new float[rows][classes];
        for (int row = 0; row < rows; row++) {
            for (int c = 0; c < classes; c++) {
                weights[row][c] = MODEST * blend.weights[row][c];
            }
        }
        return weights;
    }

    private static SparseText unit(int[] rows, float[] values) {
        float[] scaled = new float[rows.length];
        double norm = 0;
        for (int k = 0; k < rows.length; k++) {
            scaled[k] = values.length == 0 ? 1 : values[k];
            norm += scaled[k] * scaled[k];
        }
        for (int k = 0; k < rows.length; k++) {
            scaled[k] /= (float) Math.sqrt(Math.max(norm, 1e-9));
        }
        return new SparseText(rows, scaled);
    }
}
