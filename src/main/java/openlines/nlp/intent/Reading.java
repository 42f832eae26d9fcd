package openlines.nlp.intent;

/**
 * What the classifier makes of one text.
 *
 * @param scores each intent's raw score
 * @param unknownWords share of the words that occur in no training text
 * @param nowhere share of the words that are no common English words either
 * @param knownFeatures share of the features that occur in training texts
 * @param words how many words there are
 * @param support share of the text that speaks for the best intent
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for inner loops; nobody compares two of them
record Reading(float[] scores, float unknownWords, float nowhere, float knownFeatures, int words, float support) {
    boolean empty() {
        return words == 0;
    }

    /** How much of the text was seen in training: whole words first, then pieces of them. */
    double known() {
        return (2 * (1 - unknownWords) + knownFeatures) / 3;
    }
}
