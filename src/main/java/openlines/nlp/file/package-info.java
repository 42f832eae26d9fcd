/** The model file: versioned, checksummed, read through a memory map. */
@NullMarked
package openlines.nlp.file;

import org.jspecify.annotations.NullMarked;
