package openlines.nlp.tagger;

import java.util.List;
import java.util.Locale;

/** What a word looks like. */
final class Shapes {
    private Shapes() {}

    static List<String> lower(List<String> tokens) {
        return tokens.stream().map(token -> token.toLowerCase(Locale.ROOT)).toList();
    }

    static String of(String token) {
        boolean digits = true;
        boolean digit = false;
        for (int i = 0; i < token.length(); i++) {
            boolean here = Character.isDigit(token.charAt(i));
            digits &= here;
            digit |= here;
        }
        if (digits) {
            return "d" + Math.min(4, token.length());
        }
        return digit ? "mix" : !token.isEmpty() && Character.isUpperCase(token.charAt(0)) ? "X" : "x";
    }
}
