/** For tests of bots: a portal, a customer, an operator and a clock, in one process. */
@NullMarked
package openlines.testkit;

import org.jspecify.annotations.NullMarked;
