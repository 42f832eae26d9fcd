package openlines.nlp.intent;

import openlines.nlp.file.ModelReader;
import openlines.nlp.file.ModelWriter;

/**
 * Which pieces of a text become features, and how the two groups of them (words, letters) are weighed.
 *
 * @param idf whether rare features count more; helps where examples are few
 * @param skips whether pairs of words with one between them count
 * @param leastTexts in how many training texts a feature must occur
 * @param lettersWeight weight of the letter group against the word group's 1
 * @param meaningWeight weight of what the words mean against all of those
 */
public record FeatureSettings(boolean idf, boolean skips, int leastTexts, float lettersWeight, float meaningWeight) {
    static final int SHORTEST = 2;
    static final int LONGEST = 5;

    void write(ModelWriter out) {
        out.flag(idf).flag(skips).integer(leastTexts).number(lettersWeight).number(meaningWeight);
    }

    static FeatureSettings read(ModelReader in) {
        return new FeatureSettings(in.flag(), in.flag(), in.integer(), in.number(), in.number());
    }
}
