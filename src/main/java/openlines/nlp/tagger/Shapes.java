package openlines.nlp.tagger;

import java.util.List;
import java.util.Locale;

/** What a word looks like. */
final class Shapes {
    private Shapes() {}

    static List<String> lower(List<String> tokens) {
        return tokens.stream().map(token -> token.toLowerCase(Locale.ROOT)).toList();
    }

    /** {@code d2} for digits, {@code mix} with digits, {@code X} Capital, {@code XX} CAPITALS, {@code xX} inner ones. */
    static String of(String token) {
        int digits = 0;
        int capitals = 0;
        for (int i = 0; i < token.length(); i++) {
            digits += Character.isDigit(token.charAt(i)) ? 1 : 0;
            capitals += Character.isUpperCase(token.charAt(i)) ? 1 : 0;
        }
        boolean first = !token.isEmpty() && Character.isUpperCase(token.charAt(0));
        if (digits > 0) {
            return digits == token.length() ? "d" + Math.min(4, digits) : "mix";
        }
        if (capitals == 0) {
            return token.isEmpty() || Character.isLetter(token.charAt(0)) ? "x" : token;
        }
        if (capitals == token.length() && capitals > 1) {
            return "XX";
        }
        return first && capitals == 1 ? "X" : "xX";
    }
}
