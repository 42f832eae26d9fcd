package openlines.runtime;

import java.time.Duration;
import openlines.bitrix24.rest.Pace;

/**
 * The runtime's bounds.
 *
 * @param turn a handler's time; it waits for real things, so it is measured in real time
 * @param turns at once
 * @param body the longest event, in bytes
 * @param trust how long what was known of a session's holder is believed before a message is sent
 * @param attempts at one letter before it is dead
 * @param repeats how long events are remembered to know repeats by
 * @param lease how long a dialog stays with a node that is not heard of any more
 * @param answer how long a portal's answer is waited for
 * @param pace the portals'
 */
public record Limits(
        Duration turn,
        int turns,
        int body,
        Duration trust,
        int attempts,
        Duration repeats,
        Duration lease,
        Duration answer,
        Pace pace) {
    public static final Limits USUAL = new Limits(
            Duration.ofSeconds(30),
            512,
            1 << 20,
            Duration.ofMillis(300),
            12,
            Duration.ofDays(7),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Pace.STANDARD);

    public Limits pace(Pace other) {
        return new Limits(turn, turns, body, trust, attempts, repeats, lease, answer, other);
    }

    public Limits turn(Duration other) {
        return new Limits(other, turns, body, trust, attempts, repeats, lease, answer, pace);
    }

    public Limits trust(Duration other) {
        return new Limits(turn, turns, body, other, attempts, repeats, lease, answer, pace);
    }

    public Limits attempts(int other) {
        return new Limits(turn, turns, body, trust, other, repeats, lease, answer, pace);
    }

    public Limits lease(Duration other) {
        return new Limits(turn, turns, body, trust, attempts, repeats, other, answer, pace);
    }

    public Limits answer(Duration other) {
        return new Limits(turn, turns, body, trust, attempts, repeats, lease, other, pace);
    }
}
