package openlines.plugin.script;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import openlines.bot.Origin;
import openlines.bot.Reason;

/** One line of a script: something happens, or something is expected. */
public sealed interface Line {
    Origin at();

    /** Something that is done to the bot. */
    sealed interface Cue extends Line {}

    /** Something that must follow. */
    sealed interface Expected extends Line {
        /** Whether this is what was seen. */
        boolean matches(Seen seen);
    }

    /** The bot comes into the dialog. */
    record Joins(Reason reason, Origin at) implements Cue {}

    /** The customer writes. */
    record Writes(String text, Origin at) implements Cue {}

    /** The customer presses a button, by its label. */
    record Presses(String label, Origin at) implements Cue {}

    /** Time passes. */
    record Waits(Duration time, Origin at) implements Cue {}

    /** An operator takes the dialog by writing. */
    record Operator(String text, Origin at) implements Cue {}

    /** The operator gives the dialog back to the bot. */
    record Returns(Origin at) implements Cue {}

    /** The bot says this, with these buttons where they are named. */
    record Says(String text, Optional<List<String>> buttons, Origin at) implements Expected {
        @Override
        public boolean matches(Seen seen) {
            if (!(seen instanceof Seen.Message message)) {
                return false;
            }
            // a numbered list that was written out is buttons here too
            Seen.Message wanted = Seen.Message.shown(text);
            List<String> labels = buttons.orElse(wanted.buttons());
            return Wording.same(wanted.text(), message.text())
                    && (labels.equals(message.buttons()) || (labels.isEmpty() && buttons.isEmpty()));
        }

        @Override
        public String toString() {
            return "bot: " + text + buttons.map(labels -> " " + labels).orElse("");
        }
    }

    /** Only operators read this. */
    record Aside(String text, Origin at) implements Expected {
        @Override
        public boolean matches(Seen seen) {
            return seen instanceof Seen.Aside(String words) && Wording.same(text, words);
        }

        @Override
        public String toString() {
            return "aside: " + text;
        }
    }

    /** The dialog goes to a person; the note is looked at where one is written. */
    record HandsOff(String to, Optional<String> note, Origin at) implements Expected {
        @Override
        public boolean matches(Seen seen) {
            return seen instanceof Seen.HandedOff(String target, String words)
                    && to.equals(target)
                    && note.map(wanted -> Wording.same(wanted, words)).orElse(true);
        }

        @Override
        public String toString() {
            return "handoff: " + to + note.map(words -> ", note: " + words).orElse("");
        }
    }

    /** A lead is made in CRM; what it says is looked at where a note is written. */
    record Leads(String title, Optional<String> note, Origin at) implements Expected {
        @Override
        public boolean matches(Seen seen) {
            return seen instanceof Seen.Led(String name, String words)
                    && Wording.same(title, name)
                    && note.map(wanted -> Wording.same(wanted, words)).orElse(true);
        }

        @Override
        public String toString() {
            return "lead: " + title + note.map(words -> ", note: " + words).orElse("");
        }
    }

    /** The session is closed. */
    record Finishes(Origin at) implements Expected {
        @Override
        public boolean matches(Seen seen) {
            return seen instanceof Seen.Finished;
        }

        @Override
        public String toString() {
            return "finish: true";
        }
    }

    /** Nothing is said. It needs no check of its own: whatever nobody expected is a difference. */
    record Silent(Origin at) implements Line {}
}
