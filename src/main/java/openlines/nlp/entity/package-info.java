/** Pieces of a text that mean something: patterns, numbers, dates, lists, learned names. */
@NullMarked
package openlines.nlp.entity;

import org.jspecify.annotations.NullMarked;
