/** Phrase files in (ours, Rasa's, TSV), a {@link openlines.nlp.PhraseBook} out, every complaint with its file and line. */
@NullMarked
package openlines.nlp.phrase;

import org.jspecify.annotations.NullMarked;
