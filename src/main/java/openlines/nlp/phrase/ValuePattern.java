package openlines.nlp.phrase;

import java.util.regex.Pattern;

/** An entity that is recognised by its form: an order number, a licence plate. */
public record ValuePattern(String language, String type, Pattern pattern) {}
