/** The REST methods themselves, grouped as the portal's documentation groups them. */
@NullMarked
package openlines.simulator.method;

import org.jspecify.annotations.NullMarked;
