package openlines.bot;

import java.util.List;

/** What happens in a dialog and may be answered. */
public sealed interface Happening {
    /** The bot came into the dialog. */
    record Joined(Reason reason) implements Happening {}

    /** The customer wrote, or sent files. */
    record Message(String text, List<String> files) implements Happening {
        public Message {
            files = List.copyOf(files);
        }

        public Message(String text) {
            this(text, List.of());
        }
    }

    /** The customer pressed a button; {@code payload} is what {@link Payload#write} made. */
    record Pressed(String payload) implements Happening {}

    /** A slash command, or one bound to the portal's command menu. */
    record Command(String name, String parameters) implements Happening {}

    /** A timer that an earlier turn asked for has come due. */
    record Due(Timer timer) implements Happening {}

    /** The handler of the turn before threw or overran its time. */
    record Failed(String reason) implements Happening {}
}
