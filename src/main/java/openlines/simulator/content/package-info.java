/** What hangs on messages: keyboards, attachments, menus, reactions, colours. */
@NullMarked
package openlines.simulator.content;

import org.jspecify.annotations.NullMarked;
