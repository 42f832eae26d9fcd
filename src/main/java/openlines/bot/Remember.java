package openlines.bot;

/** Keeps a value for later turns of this dialog; an empty one forgets it. */
public record Remember(String name, String value) implements Reply {}
