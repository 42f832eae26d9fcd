package openlines.nlp;

import java.util.function.Consumer;

/**
 * How to train.
 *
 * @param full whether networks help the linear model: a few points where examples are few, for ten times the time
 * @param seed the same seed and the same phrases give the same model
 * @param progress told what is being done, in one line each
 */
public record Training(boolean full, long seed, Consumer<String> progress) {
    /** Fast, silent, always the same. */
    public static final Training FAST = new Training(false, 1, _ -> {});
}
