/** Names and free spans learned from marked phrases: an averaged structured perceptron. */
@NullMarked
package openlines.nlp.tagger;

import org.jspecify.annotations.NullMarked;
