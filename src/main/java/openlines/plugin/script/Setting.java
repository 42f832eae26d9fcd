package openlines.plugin.script;

import java.time.LocalDateTime;
import java.time.ZoneId;
import openlines.bot.Channel;

/**
 * Who writes in a script, where and when.
 *
 * @param customer a name
 * @param channel a connector's code
 * @param language as the portal's event gives it
 * @param at when it begins, in the line's zone
 */
public record Setting(String customer, Channel channel, String language, LocalDateTime at, ZoneId zone) {
    /** Olga on a Monday at ten, in the site's chat. */
    public static final Setting DEFAULT = new Setting(
            "Olga", new Channel("livechat"), "en", LocalDateTime.of(2026, 11, 23, 10, 0), ZoneId.of("Europe/Berlin"));
}
