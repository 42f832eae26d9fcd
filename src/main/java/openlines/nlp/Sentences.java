package openlines.nlp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import openlines.nlp.text.MessageSentences;
import opennlp.tools.util.Span;

/** A message's sentences, where it has several. */
final class Sentences {
    /** How sure a single sentence must be, out of its context. */
    static final double SURE = 0.8;

    private static final int LEAST_WORDS = 3;
    private static final int ENOUGH_WORDS = 5;
    private static final int FIRST = 8;
    private static final int LAST = 4;
    private static final int LONGEST_MESSAGE = 20_000;

    private Sentences() {}

    /** Those that can say what a message is about: some words each, of a long message the first and the last. */
    static List<String> worthReading(String text) {
        if (text.length() > LONGEST_MESSAGE) {
            return List.of();
        }
        Span[] all = MessageSentences.INSTANCE.sentPosDetect(text);
        if (all.length < 2) {
            return List.of();
        }
        List<String> worth = new ArrayList<>();
        for (int i = 0; i < all.length; i++) {
            String sentence = all[i].getCoveredText(text).toString();
            if ((i < FIRST || i >= all.length - LAST) && words(sentence) >= LEAST_WORDS) {
                worth.add(sentence);
            }
        }
        return worth;
    }

    /** How much a sentence can say; beyond a few words more do not say more. */
    static int says(String sentence) {
        return Math.min(ENOUGH_WORDS, words(sentence));
    }

    private static int words(String sentence) {
        return (int) Arrays.stream(sentence.split("\\s+", ENOUGH_WORDS + 1))
                .filter(word -> !word.isEmpty())
                .count();
    }
}
