package openlines.simulator;

import java.net.URI;
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
 */
public record Settings(
        int port,
        String host,
        boolean empty,
        boolean manual,
        Optional<Instant> start,
        long seed,
        InstantSource time,
        boolean outside) {

    public static Settings defaults() {
        return new Settings(0, "127.0.0.1", false, false, Optional.empty(), 1, InstantSource.system(), false);
    }

    public Settings port(int value) {
        return new Settings(value, host, empty, manual, start, seed, time, outside);
    }

    public Settings host(String value) {
        return new Settings(port, value, empty, manual, start, seed, time, outside);
    }

    /** Without users, lines and webhooks but the administrator. */
    public Settings withoutDemo() {
        return new Settings(port, host, true, manual, start, seed, time, outside);
    }

    /** A clock that stands at {@code now} until it is told to move. */
    public Settings standingAt(Instant now) {
        return new Settings(port, host, empty, true, Optional.of(now), seed, time, outside);
    }

    public Settings seed(long value) {
        return new Settings(port, host, empty, manual, start, value, time, outside);
    }

    public Settings allowingOutside() {
        return new Settings(port, host, empty, manual, start, seed, time, true);
    }

    URI url(int actualPort) {
        return URI.create("http://" + host + ":" + actualPort);
    }
}
