/** The open line: its settings, its queue, its customers, and the sessions it routes and closes. */
@NullMarked
package openlines.simulator.line;

import org.jspecify.annotations.NullMarked;
