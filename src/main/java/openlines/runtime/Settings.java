package openlines.runtime;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import openlines.bitrix24.rest.AppCredentials;
import openlines.store.DatabaseSettings;
import openlines.store.Vault;

/**
 * How a runtime is started.
 *
 * @param host the address it binds to
 * @param port 0 for any free one
 * @param publicAddress under which portals reach it, without a path; {@code ""} for the one it is bound to
 * @param database where it keeps what must survive
 * @param key seals tokens in the store, in Base64
 * @param node this node's name among many; the same again after a restart
 * @param app what it is at the authorization server
 * @param clock the one clock
 * @param zone of lines, for "tomorrow at nine"
 * @param limits its bounds
 * @param bots whom it speaks for
 * @param trust a file of PEM certificates: portals under these authorities are trusted too
 */
public record Settings(
        String host,
        int port,
        String publicAddress,
        DatabaseSettings database,
        String key,
        String node,
        AppCredentials app,
        InstantSource clock,
        ZoneId zone,
        Limits limits,
        List<HostedBot> bots,
        Optional<Path> trust) {
    public Settings {
        bots = List.copyOf(bots);
    }

    /** On loopback, on any free port, in memory, in real time: for tests and the simulator's companion. */
    public static Settings inMemory(List<HostedBot> bots) {
        String key = Vault.newKey();
        return new Settings(
                "127.0.0.1",
                0,
                "",
                DatabaseSettings.memory("openlines-" + Integer.toHexString(key.hashCode())),
                key,
                "node",
                AppCredentials.NONE,
                InstantSource.system(),
                ZoneId.of("UTC"),
                Limits.USUAL,
                bots,
                Optional.empty());
    }

    public Settings at(String bindTo, int listenOn) {
        return new Settings(
                bindTo, listenOn, publicAddress, database, key, node, app, clock, zone, limits, bots, trust);
    }

    public Settings publicAddress(String address) {
        return new Settings(host, port, address, database, key, node, app, clock, zone, limits, bots, trust);
    }

    public Settings storedIn(DatabaseSettings where, String sealedWith) {
        return new Settings(host, port, publicAddress, where, sealedWith, node, app, clock, zone, limits, bots, trust);
    }

    public Settings node(String name) {
        return new Settings(host, port, publicAddress, database, key, name, app, clock, zone, limits, bots, trust);
    }

    public Settings as(AppCredentials application) {
        return new Settings(
                host, port, publicAddress, database, key, node, application, clock, zone, limits, bots, trust);
    }

    public Settings clock(InstantSource time) {
        return new Settings(host, port, publicAddress, database, key, node, app, time, zone, limits, bots, trust);
    }

    public Settings zone(ZoneId other) {
        return new Settings(host, port, publicAddress, database, key, node, app, clock, other, limits, bots, trust);
    }

    public Settings limits(Limits other) {
        return new Settings(host, port, publicAddress, database, key, node, app, clock, zone, other, bots, trust);
    }

    public Settings trusting(Path authorities) {
        return new Settings(
                host,
                port,
                publicAddress,
                database,
                key,
                node,
                app,
                clock,
                zone,
                limits,
                bots,
                Optional.of(authorities));
    }

    /** Without its key. */
    @Override
    public String toString() {
        return "Settings[" + host + ":" + port + " " + database + "]";
    }
}
