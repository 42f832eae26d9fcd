/** What is asked of a portal: typed calls and answers, tokens, and the pace that the portal allows. */
@NullMarked
package openlines.bitrix24.rest;

import org.jspecify.annotations.NullMarked;
