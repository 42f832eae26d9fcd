package openlines.nlp.intent;

/** A training text and what it means; {@link #NONE} where it means nothing the bot knows. */
public record Labelled(String text, String intent) {
    /** The label of texts that are out of scope. */
    public static final String NONE = "";

    boolean inScope() {
        return !intent.equals(NONE);
    }
}
