package openlines.nlp.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How good the understanding is.
 *
 * @param texts how many texts in scope were tried
 * @param foreign how many out of scope
 * @param accuracy share of the former whose likeliest intent is the right one, in percent, as all figures
 * @param macroF1 mean of the intents' F1
 * @param calibrationError how far confidences are from the truth, on average
 * @param scope what the two presets do with texts in and out of scope
 * @param intents each intent's figures
 * @param confusions pairs of intents taken for each other, with the texts
 * @param calibration confidence against truth
 * @param curve what other thresholds would do
 */
public record Report(
        int texts,
        int foreign,
        double accuracy,
        double macroF1,
        double calibrationError,
        Map<String, ScopeFigures> scope,
        List<IntentFigures> intents,
        List<Confusion> confusions,
        List<Bin> calibration,
        List<ScopePoint> curve) {

    /** What a threshold does: texts rightly answered, foreign ones rightly refused, and both. */
    public record ScopeFigures(double inScope, double foreignRecall, double overall) {}

    /** One intent's precision and recall. */
    public record IntentFigures(String intent, int texts, double precision, double recall, double f1) {}

    /** Texts of one intent that were taken for another. */
    public record Confusion(String wanted, String guessed, List<String> texts) {}

    /** Texts of about one confidence: how sure the model was, and how often it was right. */
    public record Bin(double confidence, double right, int texts) {}

    /** What a threshold on the chance of being in scope would do. */
    public record ScopePoint(double threshold, double inScope, double foreignRecall) {}

    private static final int BINS = 15;
    private static final int POINTS = 40;

    public Report {
        scope = Map.copyOf(scope);
        intents = List.copyOf(intents);
        confusions = List.copyOf(confusions);
        calibration = List.copyOf(calibration);
        curve = List.copyOf(curve);
    }

    /** Sums outcomes up. */
    public static Report of(List<Outcome> outcomes) {
        List<Outcome> known = outcomes.stream().filter(Outcome::known).toList();
        List<Outcome> foreign = outcomes.stream().filter(each -> !each.known()).toList();
        List<IntentFigures> intents = intents(known);
        List<Bin> bins = bins(known);
        double error = bins.stream()
                .mapToDouble(bin -> Math.abs(bin.confidence() - bin.right()) * bin.texts() / Math.max(1, known.size()))
                .sum();
        List<Outcome> kept = outcomes.stream().filter(Outcome::keptIn).toList();
        List<Outcome> sure = outcomes.stream().filter(Outcome::surelyIn).toList();
        return new Report(
                known.size(),
                foreign.size(),
                share(known.stream().filter(Outcome::right).count(), known.size()),
                intents.stream().mapToDouble(IntentFigures::f1).average().orElse(0),
                error,
                Map.of("keeping", figures(kept, known, foreign), "balanced", figures(sure, known, foreign)),
                intents,
                confusions(known),
                bins,
                curve(known, foreign));
    }

    private static ScopeFigures figures(List<Outcome> answered, List<Outcome> known, List<Outcome> foreign) {
        long right =
                answered.stream().filter(each -> each.known() && each.right()).count();
        long refused =
                foreign.size() - answered.stream().filter(each -> !each.known()).count();
        return new ScopeFigures(
                share(right, known.size()),
                share(refused, foreign.size()),
                share(right + refused, known.size() + foreign.size()));
    }

    private static List<IntentFigures> intents(List<Outcome> known) {
        Map<String, int[]> counts = new TreeMap<>();
        for (Outcome each : known) {
            counts.computeIfAbsent(each.wanted(), _ -> new int[3])[0]++;
            counts.computeIfAbsent(each.guessed(), _ -> new int[3])[1]++;
            if (each.right()) {
                counts.computeIfAbsent(each.wanted(), _ -> new int[3])[2]++;
            }
        }
        List<IntentFigures> figures = new ArrayList<>();
        counts.forEach((intent, count) -> {
            if (count[0] > 0) {
                double f1 = 200.0 * count[2] / (count[0] + count[1]);
                figures.add(
                        new IntentFigures(intent, count[0], share(count[2], count[1]), share(count[2], count[0]), f1));
            }
        });
        figures.sort(Comparator.comparingDouble(IntentFigures::f1).thenComparing(IntentFigures::intent));
        return figures;
    }

    private static List<Confusion> confusions(List<Outcome> known) {
        Map<List<String>, List<String>> pairs = new HashMap<>();
        for (Outcome each : known) {
            if (!each.right()) {
                pairs.computeIfAbsent(List.of(each.wanted(), each.guessed()), _ -> new ArrayList<>())
                        .add(each.text());
            }
        }
        return pairs.entrySet().stream()
                .map(pair -> new Confusion(pair.getKey().get(0), pair.getKey().get(1), List.copyOf(pair.getValue())))
                .sorted(Comparator.comparingInt(
                                (Confusion pair) -> -pair.texts().size())
                        .thenComparing(Confusion::wanted)
                        .thenComparing(Confusion::guessed))
                .toList();
    }

    private static List<Bin> bins(List<Outcome> known) {
        double[] confidence = new double[BINS];
        int[] right = new int[BINS];
        int[] texts = new int[BINS];
        for (Outcome each : known) {
            int bin = Math.min(BINS - 1, (int) (each.confidence() * BINS));
            confidence[bin] += each.confidence();
            right[bin] += each.right() ? 1 : 0;
            texts[bin]++;
        }
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            if (texts[i] > 0) {
                bins.add(new Bin(100 * confidence[i] / texts[i], share(right[i], texts[i]), texts[i]));
            }
        }
        return bins;
    }

    private static List<ScopePoint> curve(List<Outcome> known, List<Outcome> foreign) {
        List<ScopePoint> points = new ArrayList<>();
        for (int i = 0; i <= POINTS; i++) {
            double threshold = (double) i / POINTS;
            long right = known.stream()
                    .filter(each -> each.right() && each.inScope() >= threshold)
                    .count();
            long refused =
                    foreign.stream().filter(each -> each.inScope() < threshold).count();
            points.add(new ScopePoint(threshold, share(right, known.size()), share(refused, foreign.size())));
        }
        return points;
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : 100.0 * part / whole;
    }
}
