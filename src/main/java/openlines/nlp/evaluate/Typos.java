package openlines.nlp.evaluate;

import java.util.Random;
import java.util.StringJoiner;

/** Disturbs words as fingers do: swaps, drops, doubles or changes a letter; seeded. */
public final class Typos {
    private static final int SHORT = 3;
    private static final int KINDS = 4;
    private static final int LATIN = 26;
    private static final int CYRILLIC = 32;

    private Typos() {}

    /** The text with so great a share of its longer words disturbed, one letter each. */
    public static String in(String text, double share, long seed) {
        Random random = new Random(seed + text.hashCode());
        StringJoiner words = new StringJoiner(" ");
        for (String word : text.split(" ", -1)) {
            words.add(word.length() > SHORT && random.nextDouble() < share ? disturbed(word, random) : word);
        }
        return words.toString();
    }

    private static String disturbed(String word, Random random) {
        int at = random.nextInt(word.length() - 1);
        StringBuilder out = new StringBuilder(word);
        switch (random.nextInt(KINDS)) {
            case 0 -> out.deleteCharAt(at).insert(at + 1, word.charAt(at));
            case 1 -> out.deleteCharAt(at);
            case 2 -> out.insert(at, word.charAt(at));
            default -> out.setCharAt(at, other(word.charAt(at), random));
        }
        return out.toString();
    }

    private static char other(char letter, Random random) {
        return (char) (letter < 128 ? 'a' + random.nextInt(LATIN) : 'а' + random.nextInt(CYRILLIC));
    }
}
