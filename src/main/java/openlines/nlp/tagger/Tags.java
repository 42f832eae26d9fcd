package openlines.nlp.tagger;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Outside, and a beginning and an inside of each type; an inside follows its own type only. */
final class Tags {
    static final int OUTSIDE = 0;

    final List<String> types;

    Tags(List<String> types) {
        this.types = List.copyOf(types);
    }

    static Tags of(List<Sentence> sentences) {
        TreeSet<String> types = new TreeSet<>();
        sentences.forEach(sentence -> sentence.pieces().forEach(piece -> types.add(piece.type())));
        return new Tags(new ArrayList<>(types));
    }

    int count() {
        return 1 + 2 * types.size();
    }

    int begin(String type) {
        return 1 + 2 * types.indexOf(type);
    }

    static boolean inside(int tag) {
        return tag != OUTSIDE && tag % 2 == 0;
    }

    /** Whether one tag may follow another; {@code -1} is the sentence's edge. */
    static boolean follows(int before, int tag) {
        return !inside(tag) || before == tag || before == tag - 1;
    }

    int[] of(Sentence sentence) {
        int[] tags = new int[sentence.tokens().size()];
        for (Piece piece : sentence.pieces()) {
            for (int i = piece.start(); i < piece.end(); i++) {
                tags[i] = begin(piece.type()) + (i == piece.start() ? 0 : 1);
            }
        }
        return tags;
    }

    List<Piece> pieces(int[] tags) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < tags.length; i++) {
            if (tags[i] != OUTSIDE && !inside(tags[i])) {
                int end = i + 1;
                while (end < tags.length && tags[end] == tags[i] + 1) {
                    end++;
                }
                pieces.add(new Piece(i, end, types.get((tags[i] - 1) / 2)));
            }
        }
        return pieces;
    }
}
