/** The control face {@code /simulator/...}: customers speak, operators act, time is set, traffic is read. */
@NullMarked
package openlines.simulator.control;

import org.jspecify.annotations.NullMarked;
