/** The desk: the portal as a page, and what only a page needs: its files, its first look at the state, and the stream of facts. */
@NullMarked
package openlines.simulator.desk;

import org.jspecify.annotations.NullMarked;
