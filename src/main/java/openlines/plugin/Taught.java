package openlines.plugin;

import openlines.bot.Reader;
import openlines.bot.Scene;
import openlines.nlp.Hint;
import openlines.nlp.Nlp;

/** A bot's phrases, learnt: reads messages for its conversation. */
public record Taught(Nlp nlp) {
    /** Learns what a bot is taught. */
    public static Taught of(Plugin plugin) {
        return new Taught(Nlp.train(plugin.phrases()));
    }

    /** Reads what is written in this scene, where "tomorrow" has a meaning. */
    public Reader in(Scene scene) {
        return (text, language, expected) ->
                nlp.understand(text, new Hint(language, expected, scene.zone(), scene.now()));
    }
}
