package openlines.bot;

import java.time.Instant;
import java.time.ZoneId;

/**
 * What is known around a turn, whatever was said.
 *
 * @param customer who writes
 * @param channel where
 * @param line the open line's id
 * @param language as the portal's event gave it, {@code ""} where it did not
 * @param now the clock's time
 * @param zone the line's time zone
 */
public record Scene(Customer customer, Channel channel, long line, String language, Instant now, ZoneId zone) {}
