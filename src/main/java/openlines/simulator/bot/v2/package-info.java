/** The second generation of the bot platform: {@code imbot.v2.*}, {@code im.v2.*}, and their events, posted or fetched. */
@NullMarked
package openlines.simulator.bot.v2;

import org.jspecify.annotations.NullMarked;
