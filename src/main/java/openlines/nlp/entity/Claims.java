package openlines.nlp.entity;

import java.util.List;
import openlines.bot.Entity;

/** Who came first has the words: an e-mail's number is no number, a date's no amount. */
final class Claims {
    private final Words words;
    private final boolean[] taken;
    private final List<Entity> found;

    Claims(Words words, List<Entity> found) {
        this.words = words;
        this.taken = new boolean[words.size()];
        this.found = found;
    }

    boolean[] taken() {
        return taken;
    }

    Words words() {
        return words;
    }

    /** Takes characters, unless somebody has a part of them. */
    boolean characters(String type, String value, int start, int end, double confidence) {
        int first = first(start);
        int last = first;
        while (last < words.size() && words.get(last).start() < end) {
            if (taken[last]) {
                return false;
            }
            last++;
        }
        java.util.Arrays.fill(taken, first, last, true);
        found.add(new Entity(type, words.text.substring(start, end), value, start, end, confidence));
        return true;
    }

    /** Takes words that the grammar has read; it asks before what is free. */
    void words(Found piece) {
        int start = words.get(piece.start()).start();
        int end = words.get(piece.end() - 1).end();
        java.util.Arrays.fill(taken, piece.start(), piece.end(), true);
        found.add(new Entity(
                piece.type(), words.text.substring(start, end), piece.value(), start, end, piece.confidence()));
    }

    boolean free(int from, int end) {
        for (int i = from; i < end; i++) {
            if (taken[i]) {
                return false;
            }
        }
        return true;
    }

    private int first(int start) {
        int low = 0;
        int high = words.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (words.get(middle).end() <= start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
