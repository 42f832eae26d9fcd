package openlines.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

/**
 * The runtime's settings by key: a flag is stronger than the environment, the environment than the file, and the file
 * than what is usual. A key that is none, and a value that can't be, are told with the key.
 */
final class Configuration {
    /** Every key, with what is usual where nothing is said. */
    static final Map<String, String> USUAL = usual();

    private final Map<String, String> values;

    private Configuration(Map<String, String> values) {
        this.values = values;
    }

    private static Map<String, String> usual() {
        var usual = new LinkedHashMap<String, String>();
        usual.put("host", "127.0.0.1");
        usual.put("port", "8080");
        usual.put("public-address", "");
        usual.put("database", "openlines");
        usual.put("database.user", "");
        usual.put("database.password", "");
        usual.put("database.connections", "8");
        usual.put("key", "");
        usual.put("key-file", "");
        usual.put("node", "");
        usual.put("app.client-id", "");
        usual.put("app.client-secret", "");
        usual.put("app.token-address", openlines.bitrix24.rest.AppCredentials.SERVER);
        usual.put("trust", "");
        usual.put("bots", "bots");
        usual.put("models", ".openlines/models");
        usual.put("zone", "UTC");
        usual.put("pace", "standard");
        usual.put("turn-limit", "PT30S");
        usual.put("answer-limit", "PT60S");
        usual.put("holder-trust", "PT0.3S");
        usual.put("lease", "PT30S");
        usual.put("turns-at-once", "512");
        usual.put("attempts", "12");
        usual.put("max-event-bytes", "1048576");
        return usual;
    }

    /** Reads the file, the environment ({@code OPENLINES_DATABASE_USER}) and the flags. */
    static Configuration of(Path file, Map<String, String> environment, Map<String, String> flags) {
        var values = new LinkedHashMap<>(USUAL);
        if (Files.exists(file)) {
            read(file).forEach((key, value) -> put(values, file.toString(), key, value));
        }
        USUAL.keySet().forEach(key -> {
            String name = "OPENLINES_"
                    + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
            if (environment.containsKey(name)) {
                values.put(key, environment.get(name));
            }
        });
        flags.forEach((key, value) -> put(values, "--set", key, value));
        return new Configuration(values);
    }

    private static Map<String, String> read(Path file) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " can't be read", e);
        }
        var values = new LinkedHashMap<String, String>();
        new TreeSet<>(properties.stringPropertyNames()).forEach(key -> values.put(key, properties.getProperty(key)));
        return values;
    }

    private static void put(Map<String, String> values, String from, String key, String value) {
        if (!USUAL.containsKey(key)) {
            throw new IllegalArgumentException(
                    from + ": there is no setting '" + key + "'; there are " + String.join(", ", USUAL.keySet()));
        }
        values.put(key, value);
    }

    String text(String key) {
        return values.getOrDefault(key, "");
    }

    /** A value read by a function; what it throws is told with the key. */
    <T> T as(String key, java.util.function.Function<String, T> reading) {
        try {
            return reading.apply(text(key));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("setting '" + key + "': '" + text(key) + "' can't be", e);
        }
    }

    int number(String key, int least) {
        int number = as(key, Integer::parseInt);
        if (number < least) {
            throw new IllegalArgumentException("setting '" + key + "': " + number + " is less than " + least);
        }
        return number;
    }

    Duration duration(String key, Duration least) {
        Duration duration = as(key, Duration::parse);
        if (duration.compareTo(least) < 0) {
            throw new IllegalArgumentException("setting '" + key + "': " + duration + " is less than " + least);
        }
        return duration;
    }

    <T> T oneOf(String key, Map<String, T> choices) {
        T choice = choices.get(text(key));
        if (choice == null) {
            throw new IllegalArgumentException("setting '" + key + "': '" + text(key) + "' is none of "
                    + String.join(", ", List.copyOf(new TreeSet<>(choices.keySet()))));
        }
        return choice;
    }
}
