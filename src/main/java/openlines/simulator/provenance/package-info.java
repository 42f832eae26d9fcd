/** What of the portal's behaviour its pages say, what only an example shows, and what the simulator chose. */
@NullMarked
package openlines.simulator.provenance;

import org.jspecify.annotations.NullMarked;
