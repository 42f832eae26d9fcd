package openlines.nlp.intent;

import java.util.Arrays;
import openlines.nlp.text.Tokens;

/** The working memory of one text's way through the classifier, reused from text to text; one thread at a time. */
final class Scratch implements FeatureScan.Sink {
    private static final float[] DAMPED = new float[64];

    static {
        for (int i = 1; i < DAMPED.length; i++) {
            DAMPED[i] = (float) (1 + Math.log(i));
        }
    }

    final Tokens tokens = new Tokens();
    private final Spelling spelling = new Spelling();
    int[] rows = new int[1024];
    float[] values = new float[1024];
    int count;
    /** How many of them stand for pieces of the text; the rest is its direction. */
    int pieces;
    /** What the pieces alone would be multiplied by to have length one. */
    float alone;
    /** How many features the text has, known to the model or not. */
    int features;

    private float[] scores = new float[0];
    private int[] table = new int[4096];
    private int[] slots = new int[1024];
    private int mask;
    private final CommonWords words = CommonWords.shipped();
    private final float[] direction = new float[words.size()];
    private Vocabulary vocabulary;

    Scratch(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Reads a text into rows and values, misspelt words put right. */
    Scratch understand(CharSequence text, Vocabulary known, FeatureSettings settings) {
        tokens.read(text);
        spelling.correct(tokens, known);
        return read(known, settings);
    }

    /** Reads a training text into rows and values. */
    Scratch read(CharSequence text, Vocabulary known, FeatureSettings settings) {
        tokens.read(text);
        return read(known, settings);
    }

    private Scratch read(Vocabulary known, FeatureSettings settings) {
        vocabulary = known;
        features = 0;
        count = 0;
        fit(tokens);
        FeatureScan.scan(tokens, settings.skips(), this);
        for (int i = 0; i < count; i++) {
            table[slots[i]] = 0;
        }
        weigh(settings.lettersWeight());
        pieces = count;
        alone = 1;
        direct(settings.meaningWeight());
        return this;
    }

    /** The text's direction becomes rows after those of the vocabulary; the whole keeps length one. */
    private void direct(float weight) {
        float known = words.direction(tokens, direction);
        if (known == 0) {
            return;
        }
        float share = weight * known;
        float whole = (float) Math.sqrt((count > 0 ? 1 : 0) + share * share);
        alone = whole;
        for (int i = 0; i < count; i++) {
            values[i] /= whole;
        }
        for (int d = 0; d < direction.length; d++) {
            rows[count] = vocabulary.size() + d;
            values[count++] = share * direction[d] / whole;
        }
    }

    /** Room for one score a column; forgotten with the next text. */
    float[] scores(int width) {
        if (scores.length != width) {
            scores = new float[width];
        }
        return scores;
    }

    SparseText text() {
        return new SparseText(Arrays.copyOf(rows, count), Arrays.copyOf(values, count));
    }

    @Override
    public void word(long hash) {
        add(hash);
    }

    @Override
    public void letters(long hash) {
        add(hash);
    }

    private void add(long hash) {
        features++;
        int row = vocabulary.row(hash);
        if (row == Vocabulary.UNKNOWN) {
            return;
        }
        int slot = ((row * 0x9E3779B1) >>> 7) & mask;
        while (true) {
            int at = table[slot];
            if (at == 0) {
                rows[count] = row;
                values[count] = 1;
                slots[count] = slot;
                table[slot] = ++count;
                return;
            }
            if (rows[at - 1] == row) {
                values[at - 1]++;
                return;
            }
            slot = (slot + 1) & mask;
        }
    }

    /** Room for as many features as the text can have: at most four letter runs a letter, three pairs a token. */
    private void fit(Tokens read) {
        int most = 8 + direction.length;
        for (int i = 0; i < read.count(); i++) {
            most += 3 + 4 * (read.end(i) - read.start(i) + 2);
        }
        if (rows.length < most) {
            rows = new int[2 * most];
            values = new float[2 * most];
            slots = new int[2 * most];
        }
        int size = Integer.highestOneBit(Math.max(255, most)) << 2;
        if (table.length < size) {
            table = new int[size];
        }
        mask = size - 1;
    }

    private void weigh(float lettersWeight) {
        double words = 0;
        double letters = 0;
        for (int i = 0; i < count; i++) {
            int times = (int) values[i];
            float value = (times < DAMPED.length ? DAMPED[times] : (float) (1 + Math.log(times)))
                    * vocabulary.weight(rows[i]);
            values[i] = value;
            if (vocabulary.letters(rows[i])) {
                letters += value * value;
            } else {
                words += value * value;
            }
        }
        double whole = Math.sqrt((words > 0 ? 1 : 0) + (letters > 0 ? lettersWeight * lettersWeight : 0));
        float wordScale = words > 0 ? (float) (1 / Math.sqrt(words) / whole) : 0;
        float letterScale = letters > 0 ? (float) (lettersWeight / Math.sqrt(letters) / whole) : 0;
        for (int i = 0; i < count; i++) {
            values[i] *= vocabulary.letters(rows[i]) ? letterScale : wordScale;
        }
    }
}
