package openlines.bot;

/** Nothing is said. */
public record Silence() implements Reply {}
