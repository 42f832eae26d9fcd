/** Connectors of applications: their register, what they bring into a line, and what leaves it through them. */
@NullMarked
package openlines.simulator.connector;

import org.jspecify.annotations.NullMarked;
