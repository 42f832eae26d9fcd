package openlines.nlp.entity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import openlines.nlp.file.ModelReader;
import openlines.nlp.file.ModelWriter;
import openlines.nlp.phrase.Mark;
import openlines.nlp.phrase.Phrase;
import openlines.nlp.phrase.PhraseBook;
import openlines.nlp.tagger.Piece;
import openlines.nlp.tagger.Sentence;
import openlines.nlp.tagger.Tagger;

/** Entities that no list holds: names and free spans, learned from how the phrases mark them. */
final class Learned {
    /** A learned entity is likely, not certain. */
    private static final double LIKELY = 0.8;
    /** A message longer than this is not one sentence that a phrase could teach. */
    private static final int MOST_WORDS = 200;

    private final Tagger tagger;

    private Learned(Tagger tagger) {
        this.tagger = tagger;
    }

    static Learned of(PhraseBook book) {
        Set<String> formed = new HashSet<>(OwnLists.BUILT_IN);
        book.patterns().forEach(pattern -> formed.add(pattern.type()));
        List<Sentence> sentences = new ArrayList<>();
        boolean any = false;
        for (Phrase phrase : book.phrases()) {
            Words words = new Words(phrase.text());
            List<Piece> pieces = new ArrayList<>();
            for (Mark mark : phrase.marks()) {
                if (!formed.contains(mark.type())) {
                    add(words, mark, pieces);
                }
            }
            any |= !pieces.isEmpty();
            sentences.add(new Sentence(words.written(), pieces, phrase.intent()));
        }
        return new Learned(any ? Tagger.train(sentences, 1) : Tagger.none());
    }

    private static void add(Words words, Mark mark, List<Piece> pieces) {
        int start = 0;
        while (start < words.size() && words.get(start).end() <= mark.start()) {
            start++;
        }
        int end = start;
        while (end < words.size() && words.get(end).start() < mark.end()) {
            end++;
        }
        if (end > start) {
            pieces.add(new Piece(start, end, mark.type()));
        }
    }

    void find(Words words, String intent, Claims claims) {
        if (words.size() > MOST_WORDS) {
            return;
        }
        for (Piece piece : tagger.find(words.written(), intent)) {
            if (claims.free(piece.start(), piece.end())) {
                claims.words(new Found(
                        piece.type(), words.text(piece.start(), piece.end()), piece.start(), piece.end(), LIKELY));
            }
        }
    }

    void write(ModelWriter out) {
        tagger.write(out);
    }

    static Learned read(ModelReader in) {
        return new Learned(Tagger.read(in));
    }
}
