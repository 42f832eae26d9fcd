/** Slash commands of bots, and who calls them. */
@NullMarked
package openlines.simulator.command;

import org.jspecify.annotations.NullMarked;
