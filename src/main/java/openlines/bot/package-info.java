/**
 * The page a bot author writes on. Start at {@link openlines.bot.Bot}; a handler turns a {@link openlines.bot.Turn} into
 * a {@link openlines.bot.Reply}, and that is all.
 *
 * <p>Pure Java: no framework, no I/O, no wire type of the portal.
 */
@NullMarked
package openlines.bot;

import org.jspecify.annotations.NullMarked;
