/**
 * The least a server of this kind can do, for comparison.
 *
 * <p>Its beans exist only in an application context that sets {@code openlines.floor}.
 */
@Configuration
@Requires(property = "openlines.floor", value = StringUtils.TRUE)
package openlines.bench.floor;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.util.StringUtils;
