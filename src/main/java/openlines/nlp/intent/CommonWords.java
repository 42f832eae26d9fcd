package openlines.nlp.intent;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import openlines.nlp.text.Tokens;

/**
 * What the commonest English words mean: a direction for each, shipped with the classifier, so that a bot which was taught
 * "card" makes something of "debit". Where they come from stands beside the file.
 */
final class CommonWords {
    private static final String FILE = "words.bin";
    /** Half a byte a number: from -7 to 7 times the word's scale. */
    private static final int MIDDLE = 8;
    /** "cots" and "dos" are English too, yet more often "cost" and "does". */
    private static final int MEANT = 10_000;

    private static final class Shipped {
        static final CommonWords WORDS = read();
    }

    private final HashRows rows;
    private final int size;
    private final byte[] directions;
    private final float[] scales;

    private CommonWords(long[] hashes, int size, byte[] directions, float[] scales) {
        this.rows = new HashRows(hashes);
        this.size = size;
        this.directions = directions;
        this.scales = scales;
    }

    /** The words that come with Openlines, read once. */
    static CommonWords shipped() {
        return Shipped.WORDS;
    }

    /** Begins to read them, beside whatever goes on. */
    static void prepare() {
        var _ = CompletableFuture.runAsync(CommonWords::shipped);
    }

    /** How many numbers a direction has. */
    int size() {
        return size;
    }

    /**
     * Tells one file of words from another: a model means something only with the words it was trained with. It stands at the
     * file's head, so that a model which is loaded doesn't wait for all words.
     */
    static int edition() {
        try (DataInputStream file = open()) {
            return file.readInt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean knows(long hash) {
        return rows.row(hash) != HashRows.UNKNOWN;
    }

    /** Whether it is so common that whoever wrote it meant it: the words stand in the order of how often they are said. */
    boolean isMeant(long hash) {
        int row = rows.row(hash);
        return row != HashRows.UNKNOWN && row < MEANT;
    }

    /** Adds a word's direction; false where it is not known. */
    boolean add(long hash, float[] sums) {
        int row = rows.row(hash);
        if (row == HashRows.UNKNOWN) {
            return false;
        }
        Rows.add(directions, row * size, scales[row], sums);
        return true;
    }

    /** Leaves a text's direction, of length one, in {@code sums}; tells how much of the text it stands for, 0 to 1. */
    float direction(Tokens tokens, float[] sums) {
        Arrays.fill(sums, 0);
        int words = 0;
        int known = 0;
        for (int i = 0; i < tokens.count(); i++) {
            if (Character.isLetter(tokens.letters()[tokens.start(i)])) {
                words++;
                known += add(FeatureScan.word(tokens, i), sums) ? 1 : 0;
            }
        }
        float length = (float) Math.sqrt(Rows.dot(sums, sums));
        if (length < 1e-6f) {
            return 0;
        }
        for (int i = 0; i < size; i++) {
            sums[i] /= length;
        }
        return (float) known / words;
    }

    private static CommonWords read() {
        try (DataInputStream file = open()) {
            byte[] content = file.readAllBytes();
            return read(new DataInputStream(new ByteArrayInputStream(content)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DataInputStream open() {
        return new DataInputStream(Objects.requireNonNull(CommonWords.class.getResourceAsStream(FILE)));
    }

    private static CommonWords read(DataInputStream in) throws IOException {
        in.readInt(); // the edition
        int size = in.readInt();
        String[] words = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8).split("\n", -1);
        long[] hashes = new long[words.length];
        float[] scales = new float[words.length];
        for (int row = 0; row < words.length; row++) {
            hashes[row] = FeatureScan.word(words[row].toCharArray(), 0, words[row].length());
            scales[row] = Float.float16ToFloat(in.readShort());
        }
        byte[] packed = in.readAllBytes();
        byte[] directions = new byte[2 * packed.length];
        for (int i = 0; i < packed.length; i++) {
            directions[2 * i] = (byte) ((packed[i] & 0xF) - MIDDLE);
            directions[2 * i + 1] = (byte) ((packed[i] >> 4 & 0xF) - MIDDLE);
        }
        return new CommonWords(hashes, size, directions, scales);
    }
}
