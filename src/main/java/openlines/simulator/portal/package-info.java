/** Who and what the portal knows: its address, users, departments, webhooks, applications and tokens. */
@NullMarked
package openlines.simulator.portal;

import org.jspecify.annotations.NullMarked;
