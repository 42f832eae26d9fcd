/** One writer: commands in order, alarms by time, facts as they happen; the entry point is {@link openlines.simulator.engine.Engine}. */
@NullMarked
package openlines.simulator.engine;

import org.jspecify.annotations.NullMarked;
