import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32C;

/** {@code Distil WORDS.BIN}: the encoder's vectors of single words in few numbers, frequent words weighing less. */
final class Distil {
    private static final int TAUGHT = 384;
    private static final int SIZE = 128;
    /** A word said more often than this counts less than half (Arora et al. 2017). */
    private static final double OFTEN = 1e-3;
    /** How often a word is taken to be said that the subtitles don't have. */
    private static final double SELDOM = 3;
    private static final int ROUNDS = 40;

    private Distil() {}

    public static void main(String[] args) throws IOException {
        List<String> words = Files.readAllLines(Path.of("vocabulary.txt"));
        double[][] taught = vectors(Path.of("vocabulary.f32"), words.size());
        double[][] axes = axes(taught);
        double[] weights = weights(words, Path.of("frequencies.txt"));
        double[][] directions = new double[words.size()][];
        for (int i = 0; i < directions.length; i++) {
            directions[i] = onto(axes, taught[i]);
            for (int d = 0; d < SIZE; d++) {
                directions[i][d] *= weights[i];
            }
        }
        Files.write(Path.of(args[0]), packed(words, directions));
    }

    private static double[][] vectors(Path file, int count) throws IOException {
        FloatBuffer numbers = ByteBuffer.wrap(Files.readAllBytes(file)).asFloatBuffer();
        double[][] vectors = new double[count][TAUGHT];
        double[] mean = new double[TAUGHT];
        for (double[] vector : vectors) {
            for (int d = 0; d < TAUGHT; d++) {
                vector[d] = numbers.get();
                mean[d] += vector[d] / count;
            }
        }
        for (double[] vector : vectors) {
            for (int d = 0; d < TAUGHT; d++) {
                vector[d] -= mean[d];
            }
        }
        return vectors;
    }

    private static double[] weights(List<String> words, Path frequencies) throws IOException {
        Map<String, Double> counts = new HashMap<>();
        double total = 0;
        for (String line : Files.readAllLines(frequencies)) {
            String[] parts = line.split("\t");
            counts.put(parts[0], Double.parseDouble(parts[1]));
            total += Double.parseDouble(parts[1]);
        }
        double[] weights = new double[words.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = OFTEN / (OFTEN + count(words.get(i), counts) / total);
        }
        return weights;
    }

    private static double count(String word, Map<String, Double> counts) {
        int cut = word.indexOf('\'');
        if (cut < 0) {
            return counts.getOrDefault(word, SELDOM);
        }
        // the subtitles have "don't" as two words
        double head = counts.getOrDefault(word.substring(0, cut), 100.0);
        return 0.3 * Math.min(head, counts.getOrDefault(word.substring(cut + 1), 100.0));
    }

    /** The directions in which the words differ most, by subspace iteration. */
    private static double[][] axes(double[][] vectors) {
        double[][] spread = new double[TAUGHT][TAUGHT];
        for (double[] vector : vectors) {
            for (int a = 0; a < TAUGHT; a++) {
                for (int b = 0; b < TAUGHT; b++) {
                    spread[a][b] += vector[a] * vector[b];
                }
            }
        }
        Random random = new Random(1);
        double[][] axes = new double[SIZE][TAUGHT];
        for (double[] axis : axes) {
            for (int d = 0; d < TAUGHT; d++) {
                axis[d] = random.nextGaussian();
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int j = 0; j < SIZE; j++) {
                axes[j] = apart(onto(spread, axes[j]), axes, j);
            }
        }
        return axes;
    }

    /** A vector of length one without what it shares with the first axes. */
    private static double[] apart(double[] vector, double[][] axes, int first) {
        for (int i = 0; i < first; i++) {
            double shared = dot(vector, axes[i]);
            for (int d = 0; d < vector.length; d++) {
                vector[d] -= shared * axes[i][d];
            }
        }
        double length = Math.sqrt(dot(vector, vector));
        for (int d = 0; d < vector.length; d++) {
            vector[d] /= length;
        }
        return vector;
    }

    private static byte[] packed(List<String> words, double[][] directions) throws IOException {
        byte[] text = String.join("\n", words).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(SIZE);
        out.writeInt(text.length);
        out.write(text);
        float[] scales = new float[directions.length];
        for (int i = 0; i < scales.length; i++) {
            double widest = 1e-4;
            for (double number : directions[i]) {
                widest = Math.max(widest, Math.abs(number));
            }
            short half = Float.floatToFloat16((float) (widest / 7));
            out.writeShort(half);
            scales[i] = Float.float16ToFloat(half);
        }
        for (int i = 0; i < scales.length; i++) {
            for (int d = 0; d < SIZE; d += 2) {
                out.write(nibble(directions[i][d] / scales[i]) | nibble(directions[i][d + 1] / scales[i]) << 4);
            }
        }
        CRC32C edition = new CRC32C();
        edition.update(bytes.toByteArray());
        return ByteBuffer.allocate(Integer.BYTES + bytes.size())
                .putInt((int) edition.getValue())
                .put(bytes.toByteArray())
                .array();
    }

    private static int nibble(double number) {
        return 8 + (int) Math.clamp(Math.round(number), -7, 7);
    }

    private static double[] onto(double[][] axes, double[] vector) {
        double[] shadow = new double[axes.length];
        for (int i = 0; i < axes.length; i++) {
            shadow[i] = dot(axes[i], vector);
        }
        return shadow;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int d = 0; d < one.length; d++) {
            sum += one[d] * other[d];
        }
        return sum;
    }
}
