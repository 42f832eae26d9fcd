/**
 * One turn at a time per dialog: inbox, owner check, understanding, handler, reply, outbox.
 *
 * <p>Its beans exist only in an application context that sets {@code openlines.runtime}.
 */
@Configuration
@Requires(property = "openlines.runtime", value = StringUtils.TRUE)
@NullMarked
package openlines.runtime;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.util.StringUtils;
import org.jspecify.annotations.NullMarked;
