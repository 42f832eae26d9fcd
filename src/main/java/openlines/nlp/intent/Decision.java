package openlines.nlp.intent;

/**
 * How raw scores become a verdict.
 *
 * @param temperature what scores are divided by, so that a confidence of 0.8 is right four times in five
 * @param head tells in scope from out of scope
 * @param keeping the head's threshold that gives hardly any known text away
 * @param balanced the head's threshold that weighs a lost known text like an answered foreign one
 */
record Decision(float temperature, ScopeHead head, float keeping, float balanced) {
    Verdict verdict(Reading reading) {
        float[] probabilities = probabilities(reading);
        double inScope = reading.empty() ? 0 : head.inScope(ScopeHead.signals(reading, probabilities, temperature));
        return new Verdict(probabilities, inScope, inScope >= keeping, inScope >= balanced);
    }

    float[] probabilities(Reading reading) {
        float[] probabilities = reading.scores().clone();
        for (int c = 0; c < probabilities.length; c++) {
            probabilities[c] /= temperature;
        }
        Rows.softmax(probabilities);
        return probabilities;
    }
}
