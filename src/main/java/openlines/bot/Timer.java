package openlines.bot;

import java.time.Duration;

/**
 * Something that happens later unless the customer speaks first.
 *
 * @param name {@code idle:PT10M}, {@code form}
 * @param after how long from the turn that asks for it
 */
public record Timer(String name, Duration after) {
    static final String FORM = "form";
    private static final String IDLE = "idle:";

    static Timer idle(Duration after) {
        return new Timer(IDLE + after, after);
    }

    static Timer form(Duration after) {
        return new Timer(FORM, after);
    }
}
