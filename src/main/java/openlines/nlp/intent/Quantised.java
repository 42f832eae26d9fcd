package openlines.nlp.intent;

import openlines.nlp.file.ModelReader;
import openlines.nlp.file.ModelWriter;

/**
 * A matrix in bytes: each row has its own scale, which costs no accuracy and saves three quarters of the room.
 *
 * @param weights row by row
 * @param scales a row's unit
 * @param bias what each column begins with
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for inner loops; nobody compares two of them
record Quantised(byte[] weights, float[] scales, float[] bias) {
    static Quantised of(Linear model) {
        byte[] weights = new byte[model.rows * model.width];
        float[] scales = new float[model.rows];
        for (int row = 0; row < scales.length; row++) {
            float widest = 1e-3f;
            for (float weight : model.weights[row]) {
                widest = Math.max(widest, Math.abs(weight));
            }
            // as precise as the file keeps it, so that a loaded model answers exactly like the trained one
            scales[row] = Float.float16ToFloat(Float.floatToFloat16(widest / 127));
            for (int c = 0; c < model.width; c++) {
                int rounded = Math.round(model.weights[row][c] / scales[row]);
                weights[row * model.width + c] = (byte) Math.clamp(rounded, -127, 127);
            }
        }
        return new Quantised(weights, scales, model.bias.clone());
    }

    int width() {
        return bias.length;
    }

    /** Adds a row, {@code value} times. */
    void add(int row, float value, float[] sums) {
        Rows.add(weights, row * bias.length, value * scales[row], sums);
    }

    float weight(int row, int column) {
        return weights[row * bias.length + column] * scales[row];
    }

    void write(ModelWriter out) {
        out.bytes(weights).halves(scales).numbers(bias);
    }

    static Quantised read(ModelReader in) {
        return new Quantised(in.bytes(), in.halves(), in.numbers());
    }
}
