/** How good a book of phrases is: cross-validation, figures, the page for people. */
@NullMarked
package openlines.nlp.evaluate;

import org.jspecify.annotations.NullMarked;
