package openlines.bot;

/** The session is closed. */
public record Finish() implements Act {}
