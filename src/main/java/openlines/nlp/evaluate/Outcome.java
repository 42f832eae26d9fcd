package openlines.nlp.evaluate;

/**
 * What became of one test text.
 *
 * @param wanted the right intent, empty where the text is out of scope
 * @param guessed the likeliest intent
 * @param confidence of the guess
 * @param inScope chance that the text is in scope at all
 * @param keptIn whether the generous preset answers it
 * @param surelyIn whether the balanced one does
 */
public record Outcome(
        String text,
        String wanted,
        String guessed,
        double confidence,
        double inScope,
        boolean keptIn,
        boolean surelyIn) {
    /** Whether it should have been answered. */
    public boolean known() {
        return !wanted.isEmpty();
    }

    /** Whether the guess is right, threshold or not. */
    public boolean right() {
        return wanted.equals(guessed);
    }
}
