package openlines.nlp.intent;

/** A text as rows of the vocabulary and their values; of length one, so that texts compare. */
@SuppressWarnings("ArrayRecordComponent") // numbers for inner loops; nobody compares two of them
record SparseText(int[] rows, float[] values) {
    int size() {
        return rows.length;
    }
}
