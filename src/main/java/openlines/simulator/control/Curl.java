package openlines.simulator.control;

import openlines.simulator.event.Journal;

/** An exchange as the command that repeats its request. */
final class Curl {

    private Curl() {}

    static String of(Journal.Entry entry) {
        StringBuilder command = new StringBuilder("curl -X ").append(entry.verb());
        if (!entry.contentType().isEmpty()) {
            command.append(" -H ").append(quoted("Content-Type: " + entry.contentType()));
        }
        if (!entry.request().isEmpty()) {
            command.append(" --data-raw ").append(quoted(entry.request()));
        }
        return command.append(' ').append(quoted(entry.url())).toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
