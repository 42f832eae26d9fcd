package openlines.nlp.intent;

import java.util.List;

/**
 * Texts as numbers, ready for a trainer.
 *
 * @param texts their features
 * @param intents each text's class, {@link #OUT_OF_SCOPE} for a text that belongs to none
 * @param rows how many features there are
 * @param classes how many intents there are
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for inner loops; nobody compares two of them
record Examples(List<SparseText> texts, int[] intents, int rows, int classes) {
    static final int OUT_OF_SCOPE = -1;

    int size() {
        return intents.length;
    }
}
