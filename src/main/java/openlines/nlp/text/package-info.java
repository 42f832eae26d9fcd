/** Letters and words: one case, one form of each letter, tokens; languages, keyboard layouts and spelling. */
@NullMarked
package openlines.nlp.text;

import org.jspecify.annotations.NullMarked;
