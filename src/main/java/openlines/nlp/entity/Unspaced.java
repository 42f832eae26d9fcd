package openlines.nlp.entity;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * Scripts that are written without blanks between words. There each character is a word of its own, so that a value is found
 * among others.
 */
final class Unspaced {
    private static final Set<UnicodeScript> SCRIPTS = EnumSet.of(
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.MYANMAR,
            UnicodeScript.KHMER,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HAN);
    /** Thai is the first of them; nearly all messages have nothing beyond. */
    private static final int FIRST = 0x0E00;

    private Unspaced() {}

    /** Where the word that begins at {@code start} ends, at {@code end} at the latest. */
    static int wordEnd(String text, int start, int end) {
        int at = start;
        boolean alone = unspaced(text.codePointAt(at));
        do {
            at += Character.charCount(text.codePointAt(at));
        } while (at < end && (mark(text.codePointAt(at)) || (!alone && !unspaced(text.codePointAt(at)))));
        return Math.min(at, end);
    }

    private static boolean unspaced(int character) {
        return character >= FIRST && SCRIPTS.contains(UnicodeScript.of(character));
    }

    /** A vowel or a tone written over, under or beside its letter. */
    private static boolean mark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
