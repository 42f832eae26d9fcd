package openlines.bot;

/** An intent that a text may have, with the probability that it is the one. */
public record Guess(String intent, double confidence) {}
