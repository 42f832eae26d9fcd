package openlines.nlp.intent;

import java.util.List;

/**
 * Everything a training run is tuned by. There are two of them, and the number of examples decides: nothing else may.
 *
 * @param features which features are taken
 * @param names whether an intent's name is one more example of it
 * @param learning how the trainers are run
 * @param nonsense whether the out-of-scope head is also shown texts with their letters shuffled: where few intents can be left
 *     out to play strangers, it learns too little of what is no language at all
 * @param foreignShare the share of messages that is taken to be out of scope, when the balanced threshold is set
 */
public record Settings(
        FeatureSettings features, boolean names, Learning learning, boolean nonsense, double foreignShare) {
    /** Below so many texts an intent and language, a set is small. */
    static final double SMALL = 25;

    static final Settings FEW = new Settings(
            new FeatureSettings(true, false, 1, 2f, 1.2f), true, new Learning(40, 0.5f, 0.3f, 2), true, 0.16);
    static final Settings MANY = new Settings(
            new FeatureSettings(false, true, 2, 1f, 0.5f), false, new Learning(15, 0.6f, 0.5f, 4), false, 0.035);

    /** The settings for a set with so many texts an intent. */
    public static Settings forTexts(double perIntent) {
        return perIntent < SMALL ? FEW : MANY;
    }

    /** The settings for a set of texts in one language. */
    public static Settings of(List<Labelled> texts) {
        long intents = texts.stream()
                .filter(Labelled::inScope)
                .map(Labelled::intent)
                .distinct()
                .count();
        return forTexts((double) texts.size() / Math.max(1, intents));
    }

    @Override
    public String toString() {
        return equals(FEW) ? "learned as a small set" : "learned as a large set";
    }
}
