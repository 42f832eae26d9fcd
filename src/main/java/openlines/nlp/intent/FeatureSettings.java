package openlines.nlp.intent;

import openlines.nlp.file.ModelReader;
import openlines.nlp.file.ModelWriter;

/**
 * Which pieces of a text become features, and how what they mean is weighed against them.
 *
 * @param idf whether rare features count more; helps where examples are few
 * @param skips whether pairs of words with one between them count
 * @param leastTexts in how many training texts a feature must occur
 * @param meaningWeight weight of what the words mean against words and letters, which weigh the same
 */
public record FeatureSettings(boolean idf, boolean skips, int leastTexts, float meaningWeight) {
    static final int SHORTEST = 2;
    static final int LONGEST = 5;

    void write(ModelWriter out) {
        out.flag(idf).flag(skips).integer(leastTexts).number(meaningWeight);
    }

    static FeatureSettings read(ModelReader in) {
        return new FeatureSettings(in.flag(), in.flag(), in.integer(), in.number());
    }
}
