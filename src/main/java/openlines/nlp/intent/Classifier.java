package openlines.nlp.intent;

import java.util.List;

/** Tells what a text means: our own model, or another one behind OpenNLP's interface; shared by all threads. */
public interface Classifier {
    /** The intents, in the order of the probabilities. */
    List<String> intents();

    /** What the text means, as far as it can tell. */
    Verdict classify(CharSequence text);

    /** Which pieces of the text spoke for an intent, strongest first; nothing where it can't say. */
    List<Reason> reasons(CharSequence text, String intent);
}
