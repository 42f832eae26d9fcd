package openlines.simulator.control;

import java.net.URI;
import openlines.simulator.event.Journal;

/** An exchange as the command that repeats its request. */
final class Curl {

    private Curl() {}

    /** Calls are kept by their path; events by the whole address. */
    static String of(URI portal, Journal.Entry entry) {
        StringBuilder command = new StringBuilder("curl -X ").append(entry.verb());
        if (!entry.contentType().isEmpty()) {
            command.append(" -H ").append(quoted("Content-Type: " + entry.contentType()));
        }
        if (!entry.request().isEmpty()) {
            command.append(" --data-raw ").append(quoted(entry.request()));
        }
        return command.append(' ')
                .append(quoted(portal.resolve(entry.url()).toString()))
                .toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
