package openlines.bot;

/** Asks for what the form of this name still lacks. */
public record OpenForm(String form) implements Reply {}
