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
 * @param linearMeaning whether the linear model sees what the words mean, and not the networks only
 */
public record FeatureSettings(
        boolean idf, boolean skips, int leastTexts, float lettersWeight, float meaningWeight, boolean linearMeaning) {
    static final int SHORTEST = 2;
    static final int LONGEST = 5;

    /** What a model without networks needs. */
    FeatureSettings forLinear() {
        return linearMeaning ? this : new FeatureSettings(idf, skips, leastTexts, lettersWeight, 0, false);
    }

    void write(ModelWriter out) {
        out.flag(idf)
                .flag(skips)
                .integer(leastTexts)
                .number(lettersWeight)
                .number(meaningWeight)
                .flag(linearMeaning);
    }

    static FeatureSettings read(ModelReader in) {
        return new FeatureSettings(in.flag(), in.flag(), in.integer(), in.number(), in.number(), in.flag());
    }
}
