package openlines.nlp.intent;

import java.util.ArrayList;
import java.util.List;
import openlines.nlp.text.Tokens;

/** What each common word's meaning said for an intent: its share of the text's direction. */
final class MeaningReasons {
    private MeaningReasons() {}

    static List<Reason> of(Scratch text, Quantised linear, int firstRow, int column) {
        CommonWords common = CommonWords.shipped();
        Tokens tokens = text.tokens;
        float[] sum = new float[common.size()];
        for (int i = 0; i < tokens.count(); i++) {
            common.add(FeatureScan.word(tokens, i), sum);
        }
        double whole = 0;
        for (int k = text.pieces; k < text.count; k++) {
            whole += text.values[k] * text.values[k];
        }
        double scale = Math.sqrt(whole / Math.max(1e-9, Rows.dot(sum, sum)));
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < tokens.count(); i++) {
            float[] own = new float[common.size()];
            if (common.add(FeatureScan.word(tokens, i), own)) {
                double said = 0;
                for (int d = 0; d < own.length; d++) {
                    said += own[d] * linear.weight(firstRow + d, column);
                }
                reasons.add(new Reason("≈" + tokens.token(i), (float) (scale * said)));
            }
        }
        return reasons;
    }
}
