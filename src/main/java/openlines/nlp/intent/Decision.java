package openlines.nlp.intent;

import openlines.nlp.file.ModelReader;
import openlines.nlp.file.ModelWriter;

/**
 * How raw scores become a verdict.
 *
 * @param temperature what scores are divided by, so that a confidence of 0.8 is right four times in five
 * @param head tells in scope from out of scope
 * @param keeping the head's threshold that gives hardly any known text away
 * @param balanced the head's threshold that weighs a lost known text like an answered foreign one
 */
record Decision(float temperature, ScopeHead head, float keeping, float balanced) {
    /** What a model has before it is calibrated. */
    static final Decision RAW = new Decision(1, ScopeHead.PRIOR, 0, 0);

    Verdict verdict(Reading reading) {
        if (reading.scores().length == 0) {
            return new Verdict(reading.scores(), 0, false, false, 0);
        }
        float[] probabilities = probabilities(reading);
        double inScope = reading.empty() ? 0 : head.inScope(ScopeHead.signals(reading, probabilities, temperature));
        return new Verdict(probabilities, inScope, inScope >= keeping, inScope >= balanced, reading.known());
    }

    float[] probabilities(Reading reading) {
        float[] probabilities = reading.scores().clone();
        for (int c = 0; c < probabilities.length; c++) {
            probabilities[c] /= temperature;
        }
        Rows.softmax(probabilities);
        return probabilities;
    }

    void write(ModelWriter out) {
        out.number(temperature).numbers(head.weights()).number(keeping).number(balanced);
    }

    static Decision read(ModelReader in) {
        return new Decision(in.number(), new ScopeHead(in.numbers()), in.number(), in.number());
    }
}
