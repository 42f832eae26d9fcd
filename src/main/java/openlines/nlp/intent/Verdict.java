package openlines.nlp.intent;

/**
 * The classifier's answer.
 *
 * @param probabilities of each intent, if it is one of them
 * @param inScope chance that it is one of them
 * @param keptIn whether it passes the generous threshold
 * @param surelyIn whether it passes the balanced one
 * @param known how much of the text the model has ever seen, 0 to 1
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for inner loops; nobody compares two of them
public record Verdict(float[] probabilities, double inScope, boolean keptIn, boolean surelyIn, double known) {
    /** The likeliest intent's place. */
    public int best() {
        return Rows.best(probabilities);
    }
}
