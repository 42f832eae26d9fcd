/**
 * A whole portal on a developer's desk, as far as Open Channels, connectors and bots need it.
 *
 * <p>Shares no code with the runtime: the two speak only over HTTP. State lives in memory behind the engine, which takes one command at a time;
 * its beans exist only in an application context that sets {@code openlines.simulator}.
 */
@Configuration
@Requires(property = "openlines.simulator", value = StringUtils.TRUE)
@NullMarked
package openlines.simulator;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.util.StringUtils;
import org.jspecify.annotations.NullMarked;
