/**
 * The portal's language for the runtime: events in (v1, v2; webhook, fetch), REST out (client, batch, limits, OAuth).
 *
 * <p>Wire types end here; inside the runtime there are only events and calls in the words of the field.
 */
@Configuration
@Requires(property = "openlines.runtime", value = StringUtils.TRUE)
@NullMarked
package openlines.bitrix24;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.util.StringUtils;
import org.jspecify.annotations.NullMarked;
