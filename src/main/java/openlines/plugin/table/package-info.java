/** Bots without code: {@code bot.yml} compiled into the same routing table that a Java bot writes. */
@NullMarked
package openlines.plugin.table;

import org.jspecify.annotations.NullMarked;
