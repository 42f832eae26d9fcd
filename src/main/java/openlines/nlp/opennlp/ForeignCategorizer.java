package openlines.nlp.opennlp;

import java.util.ArrayList;
import java.util.List;
import openlines.nlp.intent.Classifier;
import openlines.nlp.intent.Reason;
import openlines.nlp.intent.Verdict;
import openlines.nlp.phrase.Phrase;
import opennlp.tools.doccat.DocumentCategorizer;
import opennlp.tools.tokenize.Tokenizer;

/**
 * An OpenNLP {@link DocumentCategorizer} in our classifier's place.
 *
 * <p>It can't tell foreign texts from known ones, so the likeliest category's chance must do: from a half on it is sure,
 * from a quarter on good enough for who is generous. A category {@code out.of.scope} is none of the intents.
 */
public final class ForeignCategorizer implements Classifier {
    private static final double SURE = 0.5;
    private static final double GENEROUS = 0.25;

    private final DocumentCategorizer categorizer;
    private final Tokenizer tokenizer;
    private final List<String> intents = new ArrayList<>();
    private final int[] places;

    public ForeignCategorizer(DocumentCategorizer categorizer, Tokenizer tokenizer) {
        this.categorizer = categorizer;
        this.tokenizer = tokenizer;
        int[] all = new int[categorizer.getNumberOfCategories()];
        for (int i = 0; i < all.length; i++) {
            if (!categorizer.getCategory(i).equals(Phrase.OUT_OF_SCOPE)) {
                all[intents.size()] = i;
                intents.add(categorizer.getCategory(i));
            }
        }
        this.places = java.util.Arrays.copyOf(all, intents.size());
    }

    @Override
    public List<String> intents() {
        return List.copyOf(intents);
    }

    @Override
    public Verdict classify(CharSequence text) {
        String[] tokens = tokenizer.tokenize(text.toString());
        float[] chances = new float[places.length];
        if (tokens.length == 0 || places.length == 0) {
            return new Verdict(chances, 0, false, false, 0);
        }
        double[] told = categorizer.categorize(tokens);
        double inScope = 0;
        double best = 0;
        for (int i = 0; i < places.length; i++) {
            inScope += told[places[i]];
            best = Math.max(best, told[places[i]]);
        }
        for (int i = 0; i < places.length; i++) {
            chances[i] = (float) (inScope > 0 ? told[places[i]] / inScope : 0);
        }
        return new Verdict(chances, inScope, best >= GENEROUS, best >= SURE, 1);
    }

    /** OpenNLP does not say why. */
    @Override
    public List<Reason> reasons(CharSequence text, String intent) {
        return List.of();
    }
}
