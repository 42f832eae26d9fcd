/** From words to intents: features, linear and neural trainers, calibration, out-of-scope head, the model file. */
@NullMarked
package openlines.nlp.intent;

import org.jspecify.annotations.NullMarked;
