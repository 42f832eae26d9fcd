/**
 * Bots from folders and jars: {@code bot.yml}, phrases, translations and Java classes become bots ready to talk.
 *
 * <p>A folder is one bot; what is wrong in it is told all at once, with file and line.
 */
@NullMarked
package openlines.plugin;

import org.jspecify.annotations.NullMarked;
