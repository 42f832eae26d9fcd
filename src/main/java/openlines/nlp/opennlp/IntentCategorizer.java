package openlines.nlp.opennlp;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import openlines.nlp.intent.IntentModel;
import openlines.nlp.intent.Verdict;
import opennlp.tools.doccat.DocumentCategorizer;

/** An intent model as an OpenNLP {@link DocumentCategorizer}. */
public final class IntentCategorizer implements DocumentCategorizer {
    private final IntentModel model;

    public IntentCategorizer(IntentModel model) {
        this.model = model;
    }

    @Override
    public double[] categorize(String[] tokens) {
        Verdict verdict = model.classify(String.join(" ", tokens));
        double[] chances = new double[verdict.probabilities().length];
        for (int i = 0; i < chances.length; i++) {
            chances[i] = verdict.probabilities()[i];
        }
        return chances;
    }

    @Override
    public double[] categorize(String[] tokens, Map<String, Object> extra) {
        return categorize(tokens);
    }

    @Override
    public String getBestCategory(double[] chances) {
        int best = 0;
        for (int i = 1; i < chances.length; i++) {
            best = chances[i] > chances[best] ? i : best;
        }
        return model.intents().get(best);
    }

    @Override
    public int getIndex(String category) {
        return model.intents().indexOf(category);
    }

    @Override
    public String getCategory(int index) {
        return model.intents().get(index);
    }

    @Override
    public int getNumberOfCategories() {
        return model.intents().size();
    }

    @Override
    public String getAllResults(double[] chances) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < chances.length; i++) {
            all.append(i == 0 ? "" : "  ").append("%s[%.4f]".formatted(getCategory(i), chances[i]));
        }
        return all.toString();
    }

    @Override
    public Map<String, Double> scoreMap(String[] tokens) {
        double[] chances = categorize(tokens);
        Map<String, Double> map = new LinkedHashMap<>();
        for (int i = 0; i < chances.length; i++) {
            map.put(getCategory(i), chances[i]);
        }
        return map;
    }

    @Override
    public SortedMap<Double, Set<String>> sortedScoreMap(String[] tokens) {
        SortedMap<Double, Set<String>> sorted = new TreeMap<>(Comparator.naturalOrder());
        scoreMap(tokens)
                .forEach((category, chance) ->
                        sorted.computeIfAbsent(chance, _ -> new TreeSet<>()).add(category));
        return sorted;
    }
}
