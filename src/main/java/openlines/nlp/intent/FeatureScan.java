package openlines.nlp.intent;

import openlines.nlp.text.Tokens;

/** Walks over a text's features as 40-bit hashes, without making a string of any. */
final class FeatureScan {
    /** Takes the features one after the other. */
    interface Sink {
        void word(long hash);

        void letters(long hash);
    }

    private static final long PRIME = 0x9E3779B97F4A7C15L;
    private static final long EDGE = 0x5851F42D4C957F2DL;
    private static final long PAIR = 0x2545F4914F6CDD1DL;
    private static final long SKIP = 0x369DEA0F31A53F85L;
    private static final long LETTERS = 0x27BB2EE687B0B0FDL;

    private FeatureScan() {}

    static void scan(Tokens tokens, boolean skips, Sink sink) {
        int count = tokens.count();
        long before = EDGE;
        long previous = EDGE;
        for (int i = 0; i <= count; i++) {
            long word = EDGE;
            if (i < count) {
                word = hash(tokens.letters(), tokens.start(i), tokens.end(i));
                sink.word(mix(word));
                letters(tokens.letters(), tokens.start(i), tokens.end(i), sink);
            }
            sink.word(pair(previous, word, PAIR));
            if (skips && i > 0) {
                sink.word(pair(before, word, SKIP));
            }
            before = previous;
            previous = word;
        }
    }

    static long word(Tokens tokens, int token) {
        return mix(raw(tokens, token));
    }

    static long word(char[] letters, int start, int end) {
        return mix(hash(letters, start, end));
    }

    /** The pair that ends with this token; the text's edges count as one. */
    static long pair(Tokens tokens, int token) {
        return pair(raw(tokens, token - 1), raw(tokens, token), PAIR);
    }

    static long skip(Tokens tokens, int token) {
        return pair(raw(tokens, token - 2), raw(tokens, token), SKIP);
    }

    static long letters(String run) {
        long hash = LETTERS;
        for (int i = 0; i < run.length(); i++) {
            hash = (hash ^ run.charAt(i)) * PRIME;
        }
        return mix(hash);
    }

    private static long raw(Tokens tokens, int token) {
        return token < 0 || token >= tokens.count()
                ? EDGE
                : hash(tokens.letters(), tokens.start(token), tokens.end(token));
    }

    private static void letters(char[] letters, int start, int end, Sink sink) {
        for (int from = start - 1; from <= end; from++) {
            long hash = LETTERS;
            int last = Math.min(from + FeatureSettings.LONGEST, end + 1);
            for (int i = from; i < last; i++) {
                // a word's edges count as a blank on both sides
                hash = (hash ^ (i < start || i >= end ? ' ' : letters[i])) * PRIME;
                if (i - from + 1 >= FeatureSettings.SHORTEST) {
                    sink.letters(mix(hash));
                }
            }
        }
    }

    private static long hash(char[] letters, int start, int end) {
        long hash = PRIME;
        for (int i = start; i < end; i++) {
            hash = (hash ^ letters[i]) * PRIME;
            hash ^= hash >>> 29;
        }
        return hash;
    }

    private static long pair(long first, long second, long kind) {
        return mix(((first * kind) ^ second) + kind);
    }

    private static long mix(long hash) {
        long z = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        // 40 bits are enough to tell fifty thousand features apart, and five bytes less in the file
        return (z ^ (z >>> 31)) >>> 24;
    }
}
