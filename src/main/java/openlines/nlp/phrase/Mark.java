package openlines.nlp.phrase;

/** A piece of a phrase that was marked as an entity: {@code [Berlin](city)}. */
public record Mark(int start, int end, String type, String value) {}
