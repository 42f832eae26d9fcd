/** What a portal tells: PHP forms and JSON read into events in the words of the field, and the door they come through. */
@NullMarked
package openlines.bitrix24.event;

import org.jspecify.annotations.NullMarked;
