/** The channels that every portal has: what each of them keeps of a message on its way to the customer. */
@NullMarked
package openlines.simulator.channel;

import org.jspecify.annotations.NullMarked;
