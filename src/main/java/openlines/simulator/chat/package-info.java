/** Chats, their members and their messages, whatever they are used for. */
@NullMarked
package openlines.simulator.chat;

import org.jspecify.annotations.NullMarked;
