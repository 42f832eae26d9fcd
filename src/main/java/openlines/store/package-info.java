/**
 * What must survive: inbox, dialog state, outbox, portals. JDBC over H2 (one node) or PostgreSQL (many).
 *
 * <p>Every statement runs on both databases.
 */
@Configuration
@Requires(property = "openlines.runtime", value = StringUtils.TRUE)
@NullMarked
package openlines.store;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.util.StringUtils;
import org.jspecify.annotations.NullMarked;
