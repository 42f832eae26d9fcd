/** What the portal sends out: one ordered queue per handler address, no retries, everything in the journal. */
@NullMarked
package openlines.simulator.event;

import org.jspecify.annotations.NullMarked;
