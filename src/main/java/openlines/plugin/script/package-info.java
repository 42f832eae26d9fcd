/**
 * Dialogs written down: what the customer does, and what the bot is expected to answer.
 *
 * <p>A {@link openlines.plugin.script.Script} is played on a {@link openlines.plugin.script.Stage}: the bot alone in
 * virtual time, or a whole portal.
 */
@NullMarked
package openlines.plugin.script;

import org.jspecify.annotations.NullMarked;
