package openlines.bot;

import java.util.Map;
import java.util.Optional;

/** What {@code bot.yml} says under {@code settings}: an address, a price, whatever should not stand in code. */
public record Settings(Map<String, String> values) {
    public static final Settings NONE = new Settings(Map.of());

    public Settings {
        values = Map.copyOf(values);
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The value, which the bot can't do without. */
    public String get(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("the bot needs the setting '" + name
                        + "'; write it in bot.yml under settings" + Routes.nearest(name, values.keySet())));
    }
}
