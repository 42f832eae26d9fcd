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
    private int last = -1;

    Words(String text) {
        this.text = text;
        String shown = text.length() > MOST ? text.substring(0, MOST) : text;
        for (Span token : MessageTokenizer.INSTANCE.tokenizePos(shown)) {
            int start = token.getStart();
            while (start < token.getEnd()) {
                int end = Unspaced.wordEnd(text, start, token.getEnd());
                add(start, end);
                start = end;
            }
        }
    }

    private void add(int start, int end) {
        String folded = Letters.fold(text.substring(start, end));
        if (!folded.isEmpty()) {
            list.add(new Word(folded, start, end, start != last));
        }
        last = end;
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
