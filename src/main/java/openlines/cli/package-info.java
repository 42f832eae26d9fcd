/** The {@code openlines} command: one class a verb. */
@NullMarked
package openlines.cli;

import org.jspecify.annotations.NullMarked;
