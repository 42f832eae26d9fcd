/** Chatbots registered with the portal, what reaches them and in which form. */
@NullMarked
package openlines.simulator.bot;

import org.jspecify.annotations.NullMarked;
