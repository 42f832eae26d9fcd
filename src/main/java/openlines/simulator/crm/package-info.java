/** Leads, deals, contacts and companies, as far as open lines make and find them. */
@NullMarked
package openlines.simulator.crm;

import org.jspecify.annotations.NullMarked;
