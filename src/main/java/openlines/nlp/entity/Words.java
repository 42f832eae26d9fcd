package openlines.nlp.entity;

import java.util.ArrayList;
import java.util.List;
import openlines.nlp.text.Letters;
import openlines.nlp.text.MessageTokenizer;
import opennlp.tools.util.Span;

/** A message cut into words, digits and signs, each with its place. */
final class Words {
    /** Beyond so many characters no entity is looked for. */
    static final int MOST = 20_000;

    final String text;
    final List<Word> list = new ArrayList<>();

    Words(String text) {
        this.text = text;
        String shown = text.length() > MOST ? text.substring(0, MOST) : text;
        int before = -1;
        for (Span token : MessageTokenizer.INSTANCE.tokenizePos(shown)) {
            String folded = Letters.fold(text.substring(token.getStart(), token.getEnd()));
            if (!folded.isEmpty()) {
                list.add(new Word(folded, token.getStart(), token.getEnd(), token.getStart() != before));
            }
            before = token.getEnd();
        }
    }

    /** The words of a phrase of ours, as they would stand in a message. */
    static List<String> of(String phrase) {
        return new Words(phrase).list.stream().map(Word::text).toList();
    }

    /** All of them as written. */
    List<String> written() {
        return list.stream()
                .map(word -> text.substring(word.start(), word.end()))
                .toList();
    }

    /** What stands from one word up to but not including another. */
    String text(int from, int end) {
        return text.substring(get(from).start(), get(end - 1).end());
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
