/** How fast messages are understood. */
package openlines.bench.nlp;
