/** The portal's REST face: addresses, parameters, envelopes, limits and the register of methods. */
@NullMarked
package openlines.simulator.rest;

import org.jspecify.annotations.NullMarked;
