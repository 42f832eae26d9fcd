package openlines.bot;

import java.util.ArrayList;
import java.util.List;

/**
 * What happens next: a value, not an effect. Made by the static methods here, joined by {@link #then}.
 *
 * <p>{@code import static openlines.bot.Reply.*;}
 */
public sealed interface Reply permits Act, OpenForm, Remember, Sequence, Silence {

    /** Says a text; each {@code {}} takes the next argument, whose BB codes are made harmless. */
    static Say say(String text, Object... arguments) {
        return new Say(text, List.of(arguments), Keyboard.NONE, false);
    }

    /** Opens a form: asks for each of the record's components that is not known yet. */
    static OpenForm ask(Class<? extends Record> form) {
        return new OpenForm(FormPlan.nameOf(form));
    }

    /** Gives the dialog to the line's queue. */
    static Handoff handoff() {
        return new Handoff(new Handoff.ToQueue(), "");
    }

    /** Makes a lead in the portal's CRM: {@code lead("Call back").of(name).phone(phone).noting(about)}. */
    static Lead lead(String title) {
        return new Lead(title, "", "", "", "");
    }

    /** Closes the session. */
    static Finish finish() {
        return new Finish();
    }

    static Silence silence() {
        return new Silence();
    }

    /** Keeps a value for later turns of this dialog: {@link Turn#remembered}. */
    static Remember remember(String name, String value) {
        return new Remember(name, value);
    }

    /** Labels and what each carries: {@code keyboard("Basic", new Picked("basic"), "Team", new Picked("team"))}. */
    static Keyboard keyboard(Object... labelsAndPayloads) {
        return Keyboard.of(labelsAndPayloads);
    }

    default Reply then(Reply next) {
        var parts = new ArrayList<Reply>(this instanceof Sequence(var mine) ? mine : List.of(this));
        parts.addAll(next instanceof Sequence(var others) ? others : List.of(next));
        return new Sequence(parts);
    }
}
