package openlines.nlp.tagger;

/** Tokens from {@code start} up to but not including {@code end} that are an entity of a type. */
public record Piece(int start, int end, String type) {}
