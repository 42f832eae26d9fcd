package openlines.nlp.intent;

import java.util.List;

/** Finds what raw scores must be divided by so that probabilities can be believed: least log loss on unseen texts. */
final class Temperature {
    private Temperature() {}

    static float of(List<DecisionTrainer.Unseen> unseen) {
        double best = 2;
        double least = Double.MAX_VALUE;
        for (double log = -1.5; log <= 2.5; log += 0.05) {
            double temperature = Math.exp(log);
            double loss = loss(unseen, temperature);
            if (loss < least) {
                least = loss;
                best = temperature;
            }
        }
        return (float) best;
    }

    private static double loss(List<DecisionTrainer.Unseen> unseen, double temperature) {
        double loss = 0;
        for (DecisionTrainer.Unseen text : unseen) {
            float[] scores = text.reading().scores();
            double top = scores[Rows.best(scores)];
            double sum = 0;
            for (float score : scores) {
                sum += Math.exp((score - top) / temperature);
            }
            loss += Math.log(sum) - (scores[text.intent()] - top) / temperature;
        }
        return loss;
    }
}
