/**
 * Text in, {@link openlines.bot.Understanding} out: normalise, tokenise, classify, extract; train and evaluate.
 *
 * <p>No I/O but phrase files and model files. Knows no portal and no framework.
 */
@NullMarked
package openlines.nlp;

import org.jspecify.annotations.NullMarked;
