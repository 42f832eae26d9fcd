package openlines.nlp.intent;

/**
 * A piece of a text, and how much it spoke for an intent (or, below zero, against it).
 *
 * @param feature a word, a pair of words, a run of letters in quotes, or what a word means ({@code ≈word})
 * @param weight in units of log odds
 */
public record Reason(String feature, double weight) {}
