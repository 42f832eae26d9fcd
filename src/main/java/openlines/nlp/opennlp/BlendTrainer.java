package openlines.nlp.opennlp;

import openlines.nlp.intent.EventBlend;
import opennlp.tools.ml.AbstractEventTrainer;
import opennlp.tools.ml.maxent.GISModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.DataIndexer;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.util.ext.ExtensionLoader;

/**
 * Our linear trainer as an OpenNLP {@code EventTrainer}: name it in {@code TrainingParameters.ALGORITHM_PARAM}, and every
 * tool of OpenNLP's that learns from events learns with it.
 *
 * <p>Its model is an ordinary maxent model, so OpenNLP saves and loads it without us. Such a model has no bias.
 */
public final class BlendTrainer extends AbstractEventTrainer {
    /** What {@code ALGORITHM_PARAM} is set to. */
    public static final String ALGORITHM = BlendTrainer.class.getName();

    private static final long SEED = 1;

    /** OpenNLP makes it by name; it wants a public constructor without parameters. */
    public BlendTrainer() {}

    /** OpenNLP loads only what is allowed: call this once, before training by {@link #ALGORITHM}. */
    public static void register() {
        ExtensionLoader.registerAllowedPackage(BlendTrainer.class.getPackageName());
    }

    @Override
    public boolean isSortAndMerge() {
        // merged events would count once; ours are few enough to keep
        return false;
    }

    @Override
    public MaxentModel doTrain(DataIndexer events) {
        String[] features = events.getPredLabels();
        String[] outcomes = events.getOutcomeLabels();
        float[][] values = events.getValues() == null ? new float[0][] : events.getValues();
        float[][] weights = EventBlend.train(
                events.getContexts(), values, events.getOutcomeList(), features.length, outcomes.length, SEED);
        int[] all = new int[outcomes.length];
        for (int c = 0; c < all.length; c++) {
            all[c] = c;
        }
        Context[] contexts = new Context[features.length];
        for (int row = 0; row < contexts.length; row++) {
            double[] parameters = new double[outcomes.length];
            for (int c = 0; c < parameters.length; c++) {
                parameters[c] = weights[row][c];
            }
            contexts[row] = new Context(all, parameters);
        }
        return new GISModel(contexts, features, outcomes);
    }
}
