package openlines.simulator;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How a simulated portal is started.
 *
 * @param port where it listens, 0 for any free port
 * @param host the address it binds to; loopback unless told otherwise
 * @param empty without the demo portal
 * @param manual with a clock that only a command moves
 * @param start the portal's time at the start; empty for the real time
 * @param seed of all tokens and codes
 * @param time the real time underneath
 * @param outside handlers outside loopback are called, and the control face answers them
 * @param tls speaks HTTPS, with a certificate of a throw-away CA
 * @param trust a file of PEM certificates: handlers over HTTPS under these authorities are called too
 */
public record Settings(
        int port,
        String host,
        boolean empty,
        boolean manual,
        Optional<Instant> start,
        long seed,
        InstantSource time,
        boolean outside,
        boolean tls,
        Optional<Path> trust) {

    public static Settings defaults() {
        return new Settings(
                0,
                "127.0.0.1",
                false,
                false,
                Optional.empty(),
                1,
                InstantSource.system(),
                false,
                false,
                Optional.empty());
    }

    public Settings port(int value) {
        return new Settings(value, host, empty, manual, start, seed, time, outside, tls, trust);
    }

    public Settings host(String value) {
        return new Settings(port, value, empty, manual, start, seed, time, outside, tls, trust);
    }

    /** Without users, lines and webhooks but the administrator. */
    public Settings withoutDemo() {
        return new Settings(port, host, true, manual, start, seed, time, outside, tls, trust);
    }

    /** A clock that stands at {@code now} until it is told to move. */
    public Settings standingAt(Instant now) {
        return new Settings(port, host, empty, true, Optional.of(now), seed, time, outside, tls, trust);
    }

    /** A clock that begins at {@code now} and goes as time does. */
    public Settings beginningAt(Instant now) {
        return new Settings(port, host, empty, false, Optional.of(now), seed, time, outside, tls, trust);
    }

    public Settings seed(long value) {
        return new Settings(port, host, empty, manual, start, value, time, outside, tls, trust);
    }

    public Settings allowingOutside() {
        return new Settings(port, host, empty, manual, start, seed, time, true, tls, trust);
    }

    public Settings overTls() {
        return new Settings(port, host, empty, manual, start, seed, time, outside, true, trust);
    }

    public Settings trusting(Path certificates) {
        return new Settings(port, host, empty, manual, start, seed, time, outside, tls, Optional.of(certificates));
    }

    URI url(int actualPort) {
        return URI.create((tls ? "https://" : "http://") + host + ":" + actualPort);
    }
}
