package openlines.nlp.intent;

import openlines.nlp.text.Tokens;

/**
 * Puts a misspelt word right: a word unknown to the bot and no common one, of which exactly one letter is wrong, missing, doubled or
 * swapped. Of three letters that make no word one is taken to be missing: "hlp" is "help", and any other edit leads anywhere.
 *
 * <p>Every word one edit away is looked up in the vocabulary; there are a few hundred of them, and a look-up is a hash.
 */
final class Spelling {
    private static final int SHORTEST = 3;
    /** A shorter word has too many neighbours. */
    private static final int TELLING = 4;

    private static final int LONGEST = 24;
    private static final int MOST_WORDS = 12;
    private static final char[] LATIN = "abcdefghijklmnopqrstuvwxyz".toCharArray();
    private static final char[] CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюя".toCharArray();

    private final CommonWords common = CommonWords.shipped();
    private final char[] tried = new char[LONGEST + 1];

    /** Replaces each unknown word that is one edit from a known one. */
    void correct(Tokens tokens, Vocabulary vocabulary) {
        int corrected = 0;
        for (int i = 0; i < tokens.count() && corrected < MOST_WORDS; i++) {
            int size = tokens.end(i) - tokens.start(i);
            if (size < SHORTEST || size > LONGEST || !Character.isLetter(tokens.letters()[tokens.start(i)])) {
                continue;
            }
            long word = FeatureScan.word(tokens, i);
            if (vocabulary.row(word) == Vocabulary.UNKNOWN && !common.isMeant(word)) {
                corrected++;
                int found = nearest(tokens.letters(), tokens.start(i), size, vocabulary);
                if (found > 0) {
                    tokens.replace(i, tried, found);
                }
            }
        }
    }

    /** Leaves the nearest known word in {@link #tried} and tells its length; 0 where there is none. */
    private int nearest(char[] letters, int start, int size, Vocabulary vocabulary) {
        char[] alphabet = letters[start] >= 'а' && letters[start] <= 'я' ? CYRILLIC : LATIN;
        if (size < TELLING) {
            return grown(letters, start, size, vocabulary, alphabet);
        }
        System.arraycopy(letters, start, tried, 0, size);
        for (int i = 0; i + 1 < size; i++) {
            swap(i);
            if (known(size, vocabulary)) {
                return size;
            }
            swap(i);
        }
        // one letter too many
        if (size > TELLING) {
            System.arraycopy(letters, start + 1, tried, 0, size - 1);
            for (int gap = 0; gap < size; gap++) {
                if (known(size - 1, vocabulary)) {
                    return size - 1;
                }
                tried[gap] = letters[start + gap];
            }
        }
        int found = grown(letters, start, size, vocabulary, alphabet);
        return found > 0 ? found : changed(letters, start, size, vocabulary, alphabet);
    }

    /** One letter missing. */
    private int grown(char[] letters, int start, int size, Vocabulary vocabulary, char[] alphabet) {
        System.arraycopy(letters, start, tried, 1, size);
        for (int gap = 0; gap <= size; gap++) {
            for (char letter : alphabet) {
                tried[gap] = letter;
                if (known(size + 1, vocabulary)) {
                    return size + 1;
                }
            }
            if (gap < size) {
                tried[gap] = letters[start + gap];
            }
        }
        return 0;
    }

    /** One letter wrong. */
    private int changed(char[] letters, int start, int size, Vocabulary vocabulary, char[] alphabet) {
        System.arraycopy(letters, start, tried, 0, size);
        for (int at = 0; at < size; at++) {
            for (char letter : alphabet) {
                tried[at] = letter;
                if (known(size, vocabulary)) {
                    return size;
                }
            }
            tried[at] = letters[start + at];
        }
        return 0;
    }

    private void swap(int at) {
        char kept = tried[at];
        tried[at] = tried[at + 1];
        tried[at + 1] = kept;
    }

    private boolean known(int size, Vocabulary vocabulary) {
        return vocabulary.row(FeatureScan.word(tried, 0, size)) != Vocabulary.UNKNOWN;
    }
}
