package openlines.nlp.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import opennlp.tools.sentdetect.SentenceDetector;
import opennlp.tools.util.Span;

/**
 * Cuts a message into sentences, as people write them in a chat: without capitals, with line breaks for full stops. An
 * OpenNLP {@link SentenceDetector} without a model.
 */
public final class MessageSentences implements SentenceDetector {
    /** It keeps nothing: one for all threads. */
    public static final MessageSentences INSTANCE = new MessageSentences();

    private static final String ENDS = ".!?…。！？";
    private static final String CLOSING = ")]}'\"»”’";
    /** What a point after does not end a sentence; single letters and one or two digits do not either. */
    private static final Set<String> SHORT = Set.of(("mr mrs ms dr prof st no vs etc approx incl ext tel fig vol eg ie "
                    + "bzw usw nr str ca inkl exkl evtl ggf zzgl tsd mio mrd hr fr hrn abs art max min sog vgl "
                    + "ул пр кв стр корп руб коп тыс млн млрд тел им др гр чел шт мин сек обл напр см рис доб")
            .split(" ", -1));

    private MessageSentences() {}

    @Override
    public String[] sentDetect(CharSequence text) {
        return Span.spansToStrings(sentPosDetect(text), text);
    }

    @Override
    public Span[] sentPosDetect(CharSequence text) {
        List<Span> spans = new ArrayList<>();
        int start = 0;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int end = i + 1;
            boolean over = c == '\n' || c == '\r' || c == '\u2028';
            if (ENDS.indexOf(c) >= 0) {
                end = past(text, i);
                over = ends(text, start, i, end);
            }
            if (over) {
                add(text, start, end, spans);
                start = end;
            }
            i = end;
        }
        add(text, start, text.length(), spans);
        return spans.toArray(Span[]::new);
    }

    /** Past all of "?!", "..." and the bracket or quote that closes after it. */
    private static int past(CharSequence text, int from) {
        int end = from;
        while (end < text.length() && ENDS.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        while (end < text.length() && CLOSING.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static boolean ends(CharSequence text, int start, int at, int end) {
        boolean point = text.charAt(at) == '.';
        if (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            // "where?when", but neither "example.com" nor "/shop?id=5"
            return !point && Character.isLetter(text.charAt(end)) && word(text, start, at);
        }
        return !point || end - at > 1 || !shortened(text, start, at);
    }

    /** Whether letters alone stand before, back to the last blank. */
    private static boolean word(CharSequence text, int start, int at) {
        int from = at;
        while (from > start && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        return from < at && (from == start || Character.isWhitespace(text.charAt(from - 1)));
    }

    private static boolean shortened(CharSequence text, int start, int at) {
        int from = at;
        while (from > start && Character.isLetterOrDigit(text.charAt(from - 1))) {
            from--;
        }
        String word = text.subSequence(from, Math.min(at, from + 6)).toString().toLowerCase(Locale.ROOT);
        boolean ordinal = !word.isEmpty() && word.length() <= 2 && word.chars().allMatch(Character::isDigit);
        boolean letter = word.length() == 1 && Character.isLetter(word.charAt(0));
        return ordinal || letter || SHORT.contains(word);
    }

    /** Adds what is no blank; a sentence of signs alone belongs to the one before. */
    private static void add(CharSequence text, int start, int end, List<Span> spans) {
        Span trimmed = new Span(start, end).trim(text);
        if (trimmed.length() == 0) {
            return;
        }
        boolean says = trimmed.getCoveredText(text).codePoints().anyMatch(Character::isLetterOrDigit);
        if (says || spans.isEmpty()) {
            spans.add(trimmed);
        } else {
            spans.add(new Span(spans.removeLast().getStart(), trimmed.getEnd()));
        }
    }
}
