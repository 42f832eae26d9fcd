package openlines.nlp.tagger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import openlines.nlp.file.ModelReader;
import openlines.nlp.file.ModelWriter;

/** Finds learned entities in a sentence: immutable, for all threads. */
public final class Tagger {
    private final Tags tags;
    private final Gazetteer gazetteer;
    private final Ordinary ordinary;
    private final Map<String, float[]> weights;
    private final float[][] transitions;

    Tagger(Tags tags, Gazetteer gazetteer, Ordinary ordinary, Map<String, float[]> weights, float[][] transitions) {
        this.tags = tags;
        this.gazetteer = gazetteer;
        this.ordinary = ordinary;
        this.weights = weights;
        this.transitions = transitions;
    }

    /** One that finds nothing. */
    public static Tagger none() {
        return train(List.of(), 1);
    }

    /** Learns from marked sentences. */
    public static Tagger train(List<Sentence> sentences, long seed) {
        return new TaggerTrainer(sentences, seed).train();
    }

    /** What is in a sentence; {@code intent} may be empty. */
    public List<Piece> find(List<String> tokens, String intent) {
        if (tags.types.isEmpty() || tokens.isEmpty()) {
            return List.of();
        }
        List<float[]> scores = new ArrayList<>(tokens.size());
        for (List<String> features : new TagFeatures(tokens, intent).all(gazetteer, ordinary, null)) {
            float[] sums = new float[tags.count()];
            for (String feature : features) {
                float[] row = weights.get(feature);
                if (row != null) {
                    for (int tag = 0; tag < sums.length; tag++) {
                        sums[tag] += row[tag];
                    }
                }
            }
            scores.add(sums);
        }
        return tags.pieces(Viterbi.best(scores, transitions));
    }

    public void write(ModelWriter out) {
        out.list(tags.types, out::text);
        out.list(
                new TreeMap<>(gazetteer.seen()).entrySet(),
                entry -> out.text(entry.getKey())
                        .list(
                                entry.getValue().entrySet(),
                                type -> out.text(type.getKey()).integer(type.getValue())));
        out.list(new TreeMap<>(ordinary.sentences()).keySet(), out::text);
        out.list(
                new TreeMap<>(weights).entrySet(),
                entry -> out.text(entry.getKey()).numbers(entry.getValue()));
        out.list(List.of(transitions), out::numbers);
    }

    /** Reads what {@link #write} wrote. */
    public static Tagger read(ModelReader in) {
        Tags tags = new Tags(in.list(in::text));
        Map<String, Map<String, Integer>> seen = new HashMap<>();
        in.list(() -> {
            Map<String, Integer> types = new TreeMap<>();
            seen.put(in.text(), types);
            return in.list(() -> types.put(in.text(), in.integer()));
        });
        Map<String, Integer> ordinary = new HashMap<>();
        in.list(() -> ordinary.put(in.text(), 1));
        Map<String, float[]> weights = new HashMap<>();
        in.list(() -> weights.put(in.text(), in.numbers()));
        return new Tagger(
                tags,
                new Gazetteer(seen),
                new Ordinary(ordinary),
                weights,
                in.list(in::numbers).toArray(float[][]::new));
    }
}
