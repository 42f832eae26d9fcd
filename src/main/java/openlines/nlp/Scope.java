package openlines.nlp;

/** How readily a bot says that it did not understand. */
public enum Scope {
    /** Gives hardly any message away that it would have answered rightly. */
    KEEPING,
    /** Weighs a lost message like a foreign one that was answered. */
    BALANCED
}
