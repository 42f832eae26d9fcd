package openlines.runtime;

import openlines.bot.Understanding;
import openlines.nlp.Hint;

/** What reads a bot's messages: {@code nlp::understand}. */
@FunctionalInterface
public interface Reads {
    Understanding read(String text, Hint hint);
}
