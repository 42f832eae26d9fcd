package openlines.nlp.text;

import java.text.Normalizer;

/** One form for each letter: lower case, compatibility forms composed, Latin diacritics and {@code ё} folded. */
public final class Letters {
    private static final int TABLE = 0x2000;
    private static final char[] FOLDED = new char[TABLE];
    /** Marks a character that stands for nothing: soft hyphen, zero-width joiner, combining accent. */
    static final char DROPPED = 0;

    static {
        for (int c = 0; c < TABLE; c++) {
            FOLDED[c] = fold((char) c);
        }
    }

    /** So many accents on one letter, as Unicode's stream-safe form has it: sorting more costs the square of them. */
    private static final int MOST_ACCENTS = 30;

    private Letters() {}

    /** The text with every letter in its one form; spaces and punctuation stay. */
    public static String fold(CharSequence text) {
        CharSequence source = normal(text);
        StringBuilder out = new StringBuilder(source.length() + 4);
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < source.length()
                    && Character.isLowSurrogate(source.charAt(i + 1))) {
                out.appendCodePoint(Character.toLowerCase(Character.toCodePoint(c, source.charAt(++i))));
                continue;
            }
            append(c, out);
        }
        return out.toString();
    }

    private static void append(char c, StringBuilder out) {
        switch (c) {
            case 'ß', 'ẞ' -> out.append("ss");
            case 'æ', 'Æ' -> out.append("ae");
            case 'œ', 'Œ' -> out.append("oe");
            default -> {
                char folded = of(c);
                if (folded != DROPPED) {
                    out.append(folded);
                }
            }
        }
    }

    /** The text in Unicode's compatibility form, which most are in already. */
    static CharSequence normal(CharSequence text) {
        return plain(text) ? text : Normalizer.normalize(lessAccented(text), Normalizer.Form.NFKC);
    }

    private static CharSequence lessAccented(CharSequence text) {
        StringBuilder out = new StringBuilder(text.length());
        int accents = 0;
        for (int i = 0; i < text.length(); i++) {
            int c = Character.codePointAt(text, i);
            int type = Character.getType(c);
            boolean accent = type == Character.NON_SPACING_MARK
                    || type == Character.ENCLOSING_MARK
                    || type == Character.COMBINING_SPACING_MARK;
            accents = accent ? accents + 1 : 0;
            if (accents <= MOST_ACCENTS) {
                out.appendCodePoint(c);
            }
            i += Character.charCount(c) - 1;
        }
        return out;
    }

    /** Whether the text needs no normaliser: Latin and basic Cyrillic, as nearly every message is. */
    static boolean plain(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (!plain(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean plain(char c) {
        return c < 0x300 || (c >= 0x400 && c < 0x460) || (c >= 0x2010 && c <= 0x2026);
    }

    /** The one form of a character that folds to one character, {@link #DROPPED} where it stands for nothing. */
    static char of(char c) {
        return c < TABLE
                ? FOLDED[c]
                : apostrophe(c) ? '\'' : invisible(c) ? DROPPED : (char) Character.toLowerCase((int) c);
    }

    private static char fold(char c) {
        if (apostrophe(c)) {
            return '\'';
        }
        if (invisible(c)) {
            return DROPPED;
        }
        char lower = Character.toLowerCase(c);
        return switch (lower) {
            case 'ё' -> 'е';
            case 'ø' -> 'o';
            case 'ł' -> 'l';
            case 'đ', 'ð' -> 'd';
            case 'ı' -> 'i';
            default -> (lower >= 0xC0 && lower < 0x250) || lower >= 0x1E00 ? base(lower) : lower;
        };
    }

    private static char base(char c) {
        char base = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
        return base >= 'a' && base <= 'z' ? base : c;
    }

    private static boolean apostrophe(char c) {
        return c == '\u2019' || c == '\u2018' || c == '\u02BC' || c == '`' || c == '\u00B4';
    }

    private static boolean invisible(char c) {
        return c == '\u00AD' || c == '\uFEFF' || (c >= '\u200B' && c <= '\u200F') || (c >= '\u0300' && c <= '\u036F');
    }
}
