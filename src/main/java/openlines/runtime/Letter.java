package openlines.runtime;

import java.util.List;
import openlines.bot.Attachment;
import openlines.bot.Button;

/** One call to a portal that a turn asks for, as it waits in the outbox. */
sealed interface Letter {
    /** A message to the customer, or to operators only. */
    record Message(String text, List<Button> buttons, boolean aside, List<Attachment> attachments) implements Letter {
        public Message {
            buttons = List.copyOf(buttons);
            attachments = List.copyOf(attachments);
        }
    }

    /** A lead is made in CRM. */
    record Lead(String title, String name, String phone, String email, String comment) implements Letter {}

    /** The dialog goes to the line's own queue. */
    record ToQueue() implements Letter {}

    /** The dialog goes to another line. */
    record ToLine(long line) implements Letter {}

    /** The dialog goes to an employee. */
    record ToEmployee(long user) implements Letter {}

    /** The session is closed. */
    record Finish() implements Letter {}
}
