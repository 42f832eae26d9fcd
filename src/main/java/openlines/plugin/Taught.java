package openlines.plugin;

import java.util.concurrent.CompletableFuture;
import openlines.bot.Reader;
import openlines.bot.Scene;
import openlines.bot.Understanding;
import openlines.nlp.Hint;
import openlines.nlp.Nlp;

/** A bot's phrases, learnt: reads messages for its conversation. Whoever asks while it still learns, waits. */
public final class Taught {
    private final CompletableFuture<Nlp> model;

    Taught(CompletableFuture<Nlp> model) {
        this.model = model;
    }

    /** This, once all is learnt: for those who would not have the first customer wait. */
    public Taught learnt() {
        model.join();
        return this;
    }

    /** Reads one message. */
    public Understanding understand(String text, Hint hint) {
        return model.join().understand(text, hint);
    }

    /** Reads what is written in this scene, where "tomorrow" has a meaning. */
    public Reader in(Scene scene) {
        return (text, language, expected) -> understand(text, new Hint(language, expected, scene.zone(), scene.now()));
    }
}
