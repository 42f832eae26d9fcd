package openlines.plugin.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openlines.bot.Lead;

/** What came of a line: seen by the customer, or by operators. */
public sealed interface Seen {
    /** A message to the customer, its buttons apart from its text. */
    record Message(String text, List<String> buttons) implements Seen {
        /** The lines that a channel without buttons gets in their place. */
        private static final Pattern LIST =
                Pattern.compile("(?:\\n(?:\\d+\\. [^\\n]+|[^\\n]+: (?:https?|tel|mailto):\\S+))+\\z");

        private static final Pattern LABEL = Pattern.compile("\\n(?:\\d+\\. ([^\\n]+)|([^\\n]+): \\S+)");

        public Message {
            buttons = List.copyOf(buttons);
        }

        /** A message as it was shown: a numbered list below it is its buttons. */
        public static Message shown(String text) {
            Matcher list = LIST.matcher(text);
            if (!list.find()) {
                return new Message(text, List.of());
            }
            List<String> labels = new ArrayList<>();
            Matcher label = LABEL.matcher(list.group());
            while (label.find()) {
                labels.add(label.group(1) == null ? label.group(2) : label.group(1));
            }
            return new Message(text.substring(0, list.start()), labels);
        }

        @Override
        public String toString() {
            return "bot: " + text + (buttons.isEmpty() ? "" : " " + buttons);
        }
    }

    /** What only operators read. */
    record Aside(String text) implements Seen {
        @Override
        public String toString() {
            return "aside: " + text;
        }
    }

    /**
     * A lead was made.
     *
     * @param note who, how to reach them and what about, a line each
     */
    record Led(String title, String note) implements Seen {
        public static Led of(Lead lead) {
            return new Led(
                    lead.title(),
                    Stream.of(lead.name(), lead.phone(), lead.email(), lead.comment())
                            .filter(each -> !each.isEmpty())
                            .collect(Collectors.joining("\n")));
        }

        @Override
        public String toString() {
            return "lead: " + title + (note.isEmpty() ? "" : ", note: " + note);
        }
    }

    /** The dialog went to a person: {@code queue}, {@code line 3}, {@code employee 7}. */
    record HandedOff(String to, String note) implements Seen {
        @Override
        public String toString() {
            return "handoff: " + to + (note.isEmpty() ? "" : ", note: " + note);
        }
    }

    /** The session was closed. */
    record Finished() implements Seen {
        @Override
        public String toString() {
            return "finish: true";
        }
    }
}
