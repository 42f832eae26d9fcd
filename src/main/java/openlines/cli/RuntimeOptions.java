package openlines.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import openlines.bitrix24.rest.AppCredentials;
import openlines.bitrix24.rest.Authorities;
import openlines.bitrix24.rest.Pace;
import openlines.bot.Problem;
import openlines.plugin.Lessons;
import openlines.plugin.Plugins;
import openlines.runtime.BotServer;
import openlines.runtime.HostedBot;
import openlines.runtime.Limits;
import openlines.runtime.Settings;
import openlines.store.DatabaseSettings;
import openlines.store.Vault;
import picocli.CommandLine.Option;

/** Flags that all commands around the runtime share. */
final class RuntimeOptions {
    private static final Duration SHORTEST_LIMIT = Duration.ofMillis(100);
    /** A node prolongs its claims thrice in that time, and its clock is a little off the others'. */
    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(3);

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            defaultValue = "openlines.properties",
            description = "The settings' file (default ${DEFAULT-VALUE}, where it exists).")
    Path file = Path.of("openlines.properties");

    @Option(
            names = {"-s", "--set"},
            paramLabel = "KEY=VALUE",
            description = "A setting, stronger than the file and the environment.")
    Map<String, String> flags = new LinkedHashMap<>();

    Configuration configuration() {
        return Configuration.of(file, System.getenv(), flags);
    }

    /** The runtime's settings, with the bots of the folder. A bot with problems stops the start, and all are told. */
    Settings settings() {
        return settings(configuration(), true);
    }

    /** The same without bots, for commands that only look into the store. */
    Settings withoutBots() {
        return settings(configuration(), false);
    }

    /** Where portals are to send events, as `run` will listen. */
    String handler() {
        Configuration set = configuration();
        String address = set.text("public-address").replaceAll("/+$", "");
        if (address.isEmpty()) {
            address = "http://" + set.text("host") + ":" + set.number("port", 1);
        }
        return address + BotServer.EVENTS;
    }

    private static Settings settings(Configuration set, boolean withBots) {
        var app = new AppCredentials(
                set.text("app.client-id"), set.text("app.client-secret"), set.text("app.token-address"));
        Limits limits = new Limits(
                set.duration("turn-limit", SHORTEST_LIMIT),
                set.number("turns-at-once", 1),
                set.number("max-event-bytes", 1024),
                set.duration("holder-trust", Duration.ZERO),
                set.number("attempts", 1),
                Limits.USUAL.repeats(),
                set.duration("lease", SHORTEST_LEASE),
                set.duration("answer-limit", SHORTEST_LIMIT),
                set.oneOf(
                        "pace",
                        Map.of("standard", Pace.STANDARD, "enterprise", Pace.ENTERPRISE, "unbounded", Pace.UNBOUNDED)));
        DatabaseSettings database = database(set);
        return new Settings(
                set.text("host"),
                set.number("port", 0),
                set.text("public-address").replaceAll("/+$", ""),
                database,
                key(set),
                node(set, database),
                app,
                InstantSource.system(),
                set.as("zone", ZoneId::of),
                limits,
                withBots ? bots(set) : List.of(),
                set.text("trust").isEmpty()
                        ? Optional.empty()
                        : Optional.of(set.as("trust", RuntimeOptions::readable)));
    }

    private static Path readable(String name) {
        Path file = Path.of(name);
        Authorities.of(file);
        return file;
    }

    /** Two nodes of one name would free each other's claims, so that a nameless one among many gets a new name each time. */
    private static String node(Configuration set, DatabaseSettings database) {
        if (!set.text("node").isEmpty()) {
            return set.text("node");
        }
        return database.shared() ? UUID.randomUUID().toString() : "node";
    }

    /** For a command beside a running server. */
    Settings asGuest(Settings settings) {
        return settings.at("127.0.0.1", 0).node(UUID.randomUUID().toString());
    }

    private static DatabaseSettings database(Configuration set) {
        String place = set.text("database");
        DatabaseSettings settings = place.startsWith("jdbc:")
                ? DatabaseSettings.at(place, set.text("database.user"), set.text("database.password"))
                : DatabaseSettings.file(Path.of(place));
        return settings.connections(set.number("database.connections", 2));
    }

    /** From the settings or a file; without either a new one is made beside the store, for its owner's eyes only. */
    private static String key(Configuration set) {
        String key = set.text("key");
        if (key.isEmpty()) {
            Path file = Path.of(set.text("key-file").isEmpty() ? "openlines.key" : set.text("key-file"));
            key = Files.exists(file) ? read(file) : made(file);
        }
        try {
            Vault.withKey(key);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("setting 'key': " + e.getMessage(), e);
        }
        return key;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException("setting 'key-file': " + file + " can't be read", e);
        }
    }

    private static String made(Path file) {
        String key = Vault.newKey();
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, key + "\n");
        } catch (IOException e) {
            throw new IllegalArgumentException("setting 'key-file': " + file + " can't be written", e);
        }
        return key;
    }

    private static List<HostedBot> bots(Configuration set) {
        Plugins plugins = Plugins.from(Path.of(set.text("bots")));
        List<Problem> problems = plugins.everyProblem();
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("the bots can't start:\n  "
                    + String.join(
                            "\n  ", problems.stream().map(Problem::toString).toList()));
        }
        Lessons lessons = set.text("models").isEmpty() ? Lessons.now() : Lessons.keptIn(Path.of(set.text("models")));
        plugins.all().forEach(lessons::of);
        return plugins.all().stream()
                .map(plugin ->
                        new HostedBot(plugin.conversation(), lessons.of(plugin).learnt()::understand))
                .toList();
    }
}
