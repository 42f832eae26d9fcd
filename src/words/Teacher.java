import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** {@code Teacher LINES VECTORS}: what the sentence encoder makes of each line, as floats one after the other. */
final class Teacher {
    private static final int MOST_PIECES = 64;
    private static final int BATCH = 64;

    public static void main(String[] files) throws IOException, OrtException {
        List<String> lines = Files.readAllLines(Path.of(files[0]));
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                InputStream tokenizer = shipped("all-minilm-l6-v2-tokenizer.json");
                InputStream network = shipped("all-minilm-l6-v2.onnx");
                HuggingFaceTokenizer pieces =
                        HuggingFaceTokenizer.newInstance(tokenizer, Map.of("padding", "false", "truncation", "false"));
                OrtSession session = environment.createSession(network.readAllBytes(), options)) {
            long[][] ids = lines.stream()
                    .map(line -> head(pieces.encode(line).getIds()))
                    .toArray(long[][]::new);
            write(encode(environment, session, ids), Path.of(files[1]));
        }
    }

    private static InputStream shipped(String file) {
        return Teacher.class.getClassLoader().getResourceAsStream(file);
    }

    private static long[] head(long[] ids) {
        return ids.length > MOST_PIECES ? Arrays.copyOf(ids, MOST_PIECES) : ids;
    }

    /** Lines of one length go together, so that none needs padding. */
    private static float[][] encode(OrtEnvironment environment, OrtSession session, long[][] ids) throws OrtException {
        float[][] vectors = new float[ids.length][];
        int[] order = IntStream.range(0, ids.length)
                .boxed()
                .sorted(Comparator.comparingInt(i -> ids[i].length))
                .mapToInt(i -> i)
                .toArray();
        int from = 0;
        while (from < order.length) {
            int size = ids[order[from]].length;
            int to = from;
            while (to < order.length && to - from < BATCH && ids[order[to]].length == size) {
                to++;
            }
            long[][] batch = Arrays.stream(order, from, to).mapToObj(i -> ids[i]).toArray(long[][]::new);
            long[][] ones = new long[batch.length][size];
            for (long[] row : ones) {
                Arrays.fill(row, 1);
            }
            try (OnnxTensor words = OnnxTensor.createTensor(environment, batch);
                    OnnxTensor mask = OnnxTensor.createTensor(environment, ones);
                    OnnxTensor kinds = OnnxTensor.createTensor(environment, new long[batch.length][size]);
                    OrtSession.Result result = session.run(
                            Map.of("input_ids", words, "attention_mask", mask, "token_type_ids", kinds))) {
                float[][][] states = (float[][][]) result.get(0).getValue();
                for (int i = from; i < to; i++) {
                    vectors[order[i]] = mean(states[i - from]);
                }
            }
            from = to;
        }
        return vectors;
    }

    private static float[] mean(float[][] states) {
        float[] sum = new float[states[0].length];
        double square = 0;
        for (int d = 0; d < sum.length; d++) {
            for (float[] state : states) {
                sum[d] += state[d];
            }
            square += (double) sum[d] * sum[d];
        }
        for (int d = 0; d < sum.length; d++) {
            sum[d] /= (float) Math.sqrt(square);
        }
        return sum;
    }

    private static void write(float[][] vectors, Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (float[] vector : vectors) {
                for (float number : vector) {
                    out.writeFloat(number);
                }
            }
        }
    }
}
