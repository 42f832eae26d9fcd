/** The page on which a person plays customer and operator, and the stream of facts it lives on. */
@NullMarked
package openlines.simulator.desk;

import org.jspecify.annotations.NullMarked;
