/** The first generation of the bot platform: {@code imbot.*}, and its events in their form. */
@NullMarked
package openlines.simulator.bot.v1;

import org.jspecify.annotations.NullMarked;
