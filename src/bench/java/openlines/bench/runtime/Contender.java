package openlines.bench.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import openlines.store.BotEntry;
import openlines.store.BotEntry.Delivery;
import openlines.store.BotEntry.Generation;
import openlines.store.Database;
import openlines.store.DatabaseSettings;
import openlines.store.Portal;
import openlines.store.Portals;
import openlines.store.Vault;

/**
 * A server that takes part.
 *
 * @param name in the table
 * @param arguments after the JVM's flags, where {@code PORT} stands for the port
 * @param events how it is spoken to
 * @param cache its AOT cache
 * @param log what it prints
 */
record Contender(String name, List<String> arguments, Events events, Path cache, Path log) {

    /** Starts it, with its cache where it is to have one. */
    Server start(List<String> flags, boolean cached) throws IOException {
        return start(flags, cached ? List.of("-XX:AOTCache=" + cache) : List.of());
    }

    /** Makes its cache, as far as it is not there: a run that ends shows which classes a start needs. */
    void rehearse(List<String> flags) throws IOException {
        if (!Files.exists(cache)) {
            start(flags, List.of("-XX:AOTCacheOutput=" + cache)).close();
        }
    }

    private Server start(List<String> flags, List<String> more) throws IOException {
        int port = Server.freePort();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(more);
        arguments.forEach(argument -> command.add(argument.replace("PORT", Integer.toString(port))));
        return Server.start(command, port, log);
    }

    /** The product as it ships: its jar, a store on the disk that knows one portal, one bot. */
    static Contender openlines(Places places, int portal) {
        String domain = "127.0.0.1:" + portal;
        String key = Vault.newKey();
        Path store = places.scratch().resolve("store");
        try (Database database = Database.open(DatabaseSettings.file(store))) {
            var portals = new Portals(database, Vault.withKey(key));
            Portal saved = portals.save(new Portal(
                    0,
                    domain,
                    "bench",
                    new Portal.Webhook("http://" + domain + "/rest/1/secret/"),
                    "the-token",
                    false));
            portals.save(new BotEntry(
                    saved.id(), Stub.BOT, "echo", Generation.V2, Delivery.WEBHOOK, "http://127.0.0.1/", "", 0));
        }
        List<String> arguments =
                new ArrayList<>(List.of("-jar", places.product().toString(), "run"));
        for (String setting : List.of(
                "port=PORT",
                "database=" + store,
                "key=" + key,
                "bots=" + places.bots(),
                "models=" + places.scratch().resolve("models"),
                "pace=unbounded")) {
            arguments.add("--set");
            arguments.add(setting);
        }
        return new Contender(
                "openlines",
                arguments,
                new Events.Portal(domain, "the-token"),
                places.cache(),
                places.scratch().resolve("openlines.log"));
    }

    static Contender floor(Places places, int portal) {
        return new Contender(
                "floor",
                List.of(
                        "-cp",
                        places.floor() + ":" + places.product(),
                        "openlines.bench.floor.FloorServer",
                        "PORT",
                        "http://127.0.0.1:" + portal + "/rest/1/secret/"),
                new Events.Portal("127.0.0.1:" + portal, "the-token"),
                places.scratch().resolve("floor.aot"),
                places.scratch().resolve("floor.log"));
    }

    static Contender bolt(Places places, int portal) {
        return new Contender(
                "bolt",
                List.of(
                        "-cp",
                        places.bolt().toString(),
                        "openlines.bench.bolt.BoltEcho",
                        "PORT",
                        "http://127.0.0.1:" + portal,
                        "shhh"),
                new Events.Slack("shhh"),
                places.scratch().resolve("bolt.aot"),
                places.scratch().resolve("bolt.log"));
    }

    /**
     * Where everything is.
     *
     * @param product the product's jar
     * @param cache its AOT cache, as the launcher makes it
     * @param bots a folder with the echo bot
     * @param floor a jar with the floor
     * @param bolt the class path of the bot on Bolt
     * @param scratch for files of this run
     */
    record Places(Path product, Path cache, Path bots, Path floor, String bolt, Path scratch) {}
}
