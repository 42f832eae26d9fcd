package openlines.nlp.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text as the classifier sees it: folded letters and where its tokens lie in them.
 *
 * <p>A token is a run of letters with inner apostrophes, a run of digits, one of {@code ? ! $ % € £}, or an emoji. Reused
 * from text to text so that reading allocates nothing; not thread-safe.
 */
public final class Tokens {
    /** A longer message is read at its head and its tail; what lies between can't change what the customer wants. */
    static final int HEAD = 3_000;

    static final int TAIL = 1_000;

    private char[] letters = new char[256];
    private int length;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int count;

    /** Reads a text, forgetting the one before. */
    public Tokens read(CharSequence text) {
        length = 0;
        count = 0;
        CharSequence shown = text.length() > HEAD + TAIL
                ? text.subSequence(0, HEAD) + " " + text.subSequence(text.length() - TAIL, text.length())
                : text;
        fold(Letters.normal(shown));
        split();
        return this;
    }

    /** How many tokens there are. */
    public int count() {
        return count;
    }

    /** The folded letters; a token lies in them from {@link #start} to {@link #end}. */
    @SuppressWarnings("EI_EXPOSE_REP") // shared for speed, inside one call of one thread
    public char[] letters() {
        return letters;
    }

    public int start(int token) {
        return starts[token];
    }

    public int end(int token) {
        return ends[token];
    }

    public String token(int token) {
        return new String(letters, starts[token], ends[token] - starts[token]);
    }

    /** Puts other letters in a token's place. */
    public void replace(int token, char[] word, int size) {
        if (length + size > letters.length) {
            letters = Arrays.copyOf(letters, 2 * (length + size));
        }
        System.arraycopy(word, 0, letters, length, size);
        starts[token] = length;
        length += size;
        ends[token] = length;
    }

    /** All tokens as strings: for building vocabularies, not for the fast way. */
    public List<String> list() {
        List<String> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            all.add(token(i));
        }
        return all;
    }

    private void fold(CharSequence text) {
        int n = text.length();
        if (letters.length < 2 * n + 2) {
            letters = new char[2 * n + 2];
        }
        for (int i = 0; i < n; i++) {
            char c = text.charAt(i);
            switch (c) {
                case 'ß', 'ẞ' -> put('s', 's');
                case 'æ', 'Æ' -> put('a', 'e');
                case 'œ', 'Œ' -> put('o', 'e');
                default -> {
                    char folded = Letters.of(c);
                    if (folded != Letters.DROPPED) {
                        letters[length++] = folded;
                    }
                }
            }
        }
    }

    private void put(char first, char second) {
        letters[length++] = first;
        letters[length++] = second;
    }

    private void split() {
        int i = 0;
        while (i < length) {
            int c = Character.codePointAt(letters, i, length);
            int end = i + Character.charCount(c);
            if (letter(c)) {
                i = word(i);
            } else if (Character.isDigit(c)) {
                while (end < length && Character.isDigit(Character.codePointAt(letters, end, length))) {
                    end += Character.charCount(Character.codePointAt(letters, end, length));
                }
                add(i, end);
                i = end;
            } else {
                if (telling(c)) {
                    add(i, end);
                }
                i = end;
            }
        }
    }

    /** Takes a word in, with letters repeated for emphasis ("pleeease") written once, and tells where it ended. */
    private int word(int from) {
        int read = from;
        int write = from;
        while (read < length) {
            int c = Character.codePointAt(letters, read, length);
            boolean inside = letter(c)
                    || (c == '\'' && read + 1 < length && letter(Character.codePointAt(letters, read + 1, length)));
            if (!inside) {
                break;
            }
            int size = Character.charCount(c);
            if (size == 1) {
                int same = read + 1;
                while (same < length && letters[same] == letters[read]) {
                    same++;
                }
                int kept = same - read >= 3 ? 1 : same - read;
                for (int k = 0; k < kept; k++) {
                    letters[write++] = (char) c;
                }
                read = same;
            } else {
                letters[write++] = letters[read++];
                letters[write++] = letters[read++];
            }
        }
        add(from, write);
        return read;
    }

    private void add(int start, int end) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        starts[count] = start;
        ends[count++] = end;
    }

    private static boolean letter(int c) {
        if (c < 128) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        }
        int type = Character.getType(c);
        return Character.isLetter(c) || type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean telling(int c) {
        return c == '?'
                || c == '!'
                || c == '$'
                || c == '%'
                || c == '€'
                || c == '£'
                || (c > 0x2100 && Character.isExtendedPictographic(c));
    }
}
