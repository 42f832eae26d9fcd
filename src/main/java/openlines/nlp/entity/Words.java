package openlines.nlp.entity;

import java.util.ArrayList;
import java.util.List;
import openlines.nlp.text.Letters;

/** A message cut into words, digits and signs, each with its place. */
final class Words {
    /** Beyond so many characters no entity is looked for. */
    static final int MOST = 20_000;

    final String text;
    final List<Word> list = new ArrayList<>();

    Words(String text) {
        this.text = text;
        int length = Math.min(text.length(), MOST);
        boolean apart = true;
        int i = 0;
        while (i < length) {
            int c = text.codePointAt(i);
            int end = i + Character.charCount(c);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
                apart = true;
                i = end;
                continue;
            }
            if (Character.isDigit(c)) {
                while (end < length && Character.isDigit(text.codePointAt(end))) {
                    end += Character.charCount(text.codePointAt(end));
                }
            } else if (letter(c)) {
                end = wordEnd(end, length);
            }
            add(i, end, apart);
            apart = false;
            i = end;
        }
    }

    private int wordEnd(int from, int length) {
        int end = from;
        while (end < length) {
            int c = text.codePointAt(end);
            boolean inner = (c == '\'' || c == '’') && end + 1 < length && letter(text.codePointAt(end + 1));
            if (!letter(c) && !inner) {
                break;
            }
            end += Character.charCount(c);
        }
        return end;
    }

    private void add(int start, int end, boolean apart) {
        String folded = Letters.fold(text.substring(start, end));
        if (!folded.isEmpty()) {
            list.add(new Word(folded, start, end, apart));
        }
    }

    private static boolean letter(int c) {
        return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** The words of a phrase of ours, as they would stand in a message. */
    static List<String> of(String phrase) {
        return new Words(phrase).list.stream().map(Word::text).toList();
    }

    int size() {
        return list.size();
    }

    Word get(int i) {
        return list.get(i);
    }

    /** The word's text, empty beyond the end. */
    String at(int i) {
        return i >= 0 && i < list.size() ? list.get(i).text() : "";
    }

    /** Whether word {@code i} follows the one before without a blank. */
    boolean glued(int i) {
        return i > 0 && i < list.size() && !list.get(i).apart();
    }
}
