package openlines.nlp.intent;

import openlines.nlp.file.ModelReader;
import openlines.nlp.file.ModelWriter;

/** A trained network in bytes. */
record CompactNetwork(Quantised inner, Quantised outer) {
    static CompactNetwork of(Network trained) {
        return new CompactNetwork(Quantised.of(trained.inner), Quantised.of(trained.outer));
    }

    /** Adds the network's scores, {@code share} times. */
    void add(Scratch text, float share, float[] scores) {
        float[] hidden = inner.bias().clone();
        for (int k = 0; k < text.count; k++) {
            inner.add(text.rows[k], text.values[k], hidden);
        }
        for (int c = 0; c < scores.length; c++) {
            scores[c] += share * outer.bias()[c];
        }
        for (int unit = 0; unit < hidden.length; unit++) {
            if (hidden[unit] > 0) {
                outer.add(unit, share * hidden[unit], scores);
            }
        }
    }

    void write(ModelWriter out) {
        inner.write(out);
        outer.write(out);
    }

    static CompactNetwork read(ModelReader in) {
        return new CompactNetwork(Quantised.read(in), Quantised.read(in));
    }
}
