package openlines.nlp.text;

import java.util.ArrayList;
import java.util.List;
import opennlp.tools.tokenize.Tokenizer;
import opennlp.tools.util.Span;

/**
 * Cuts a message into words, runs of digits and signs, each with its place: an OpenNLP {@link Tokenizer} for any
 * language.
 *
 * <p>A word is a run of letters with their accents, apostrophes and soft hyphens inside it; blanks and control characters
 * are no part of any token.
 */
public final class MessageTokenizer implements Tokenizer {
    /** It keeps nothing: one for all threads. */
    public static final MessageTokenizer INSTANCE = new MessageTokenizer();

    private MessageTokenizer() {}

    @Override
    public String[] tokenize(String text) {
        return Span.spansToStrings(tokenizePos(text), text);
    }

    @Override
    public Span[] tokenizePos(String text) {
        List<Span> spans = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            int end = i + Character.charCount(c);
            if (!blank(c)) {
                if (Character.isDigit(c)) {
                    end = digitsEnd(text, end);
                } else if (letter(c)) {
                    end = wordEnd(text, end);
                }
                spans.add(new Span(i, end));
            }
            i = end;
        }
        return spans.toArray(Span[]::new);
    }

    private static int digitsEnd(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isDigit(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            if (!letter(c) && !(inner(c) && end + 1 < text.length() && letter(text.codePointAt(end + 1)))) {
                break;
            }
            end += Character.charCount(c);
        }
        return end;
    }

    private static boolean blank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    private static boolean inner(int c) {
        return Character.isBmpCodePoint(c) && (Letters.of((char) c) == '\'' || Letters.of((char) c) == Letters.DROPPED);
    }

    private static boolean letter(int c) {
        return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
