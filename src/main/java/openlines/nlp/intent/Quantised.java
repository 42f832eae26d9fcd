package openlines.nlp.intent;

/**
 * A linear model in bytes: each row has its own scale, which costs no accuracy and a quarter of the room.
 *
 * @param weights row by row
 * @param scales a row's unit
 * @param bias each intent's own score
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for inner loops; nobody compares two of them
record Quantised(byte[] weights, float[] scales, float[] bias) {
    static Quantised of(Linear model, int rows) {
        byte[] weights = new byte[model.weights.length];
        float[] scales = new float[rows];
        for (int row = 0; row < rows; row++) {
            int base = row * model.classes;
            float widest = 1e-9f;
            for (int c = 0; c < model.classes; c++) {
                widest = Math.max(widest, Math.abs(model.weights[base + c]));
            }
            scales[row] = widest / 127;
            for (int c = 0; c < model.classes; c++) {
                weights[base + c] = (byte) Math.round(model.weights[base + c] / scales[row]);
            }
        }
        return new Quantised(weights, scales, model.bias.clone());
    }
}
