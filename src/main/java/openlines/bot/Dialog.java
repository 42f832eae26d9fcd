package openlines.bot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The routing table a bot writes in {@link Bot#define}: what happens, and who answers.
 *
 * <p>A route written twice is a {@link Problem}, found at start together with all others.
 */
public final class Dialog {
    private final Map<String, Route<Handler>> intents = new LinkedHashMap<>();
    private final Map<String, Route<Handler>> commands = new LinkedHashMap<>();
    private final Map<String, Route<Press>> buttons = new LinkedHashMap<>();
    private final Map<String, Route<Form>> forms = new LinkedHashMap<>();
    private final Map<Duration, Route<Handler>> idle = new TreeMap<>();
    private final Map<Reason, Route<Handler>> joins = new EnumMap<>(Reason.class);
    private final Map<String, Route<Handler>> hooks = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private Optional<Origin> place = Optional.empty();

    /** A route and the place it was written in. */
    record Route<T>(T handler, Origin origin) {}

    /** Reads a payload and handles the press. */
    interface Press {
        Reply handle(Turn turn, String payload);
    }

    /** A form and what its submission leads to. */
    record Form(FormPlan plan, ValueHandler<Object> submit) {}

    /** Says where the routes that follow are written, for a reader of files; Java bots need no such thing. */
    public Dialog at(Origin origin) {
        place = Optional.of(origin);
        return this;
    }

    /** The bot was brought into a new dialog: the place to greet. */
    public Dialog welcome(Handler handler) {
        return add(joins, Reason.WELCOME, handler, "welcome");
    }

    /** No operator answered in time. */
    public Dialog noAnswer(Handler handler) {
        return add(joins, Reason.NO_ANSWER, handler, "noAnswer");
    }

    /** The line is closed at this hour. */
    public Dialog afterHours(Handler handler) {
        return add(joins, Reason.AFTER_HOURS, handler, "afterHours");
    }

    /** The session is closing. */
    public Dialog closing(Handler handler) {
        return add(joins, Reason.CLOSING, handler, "closing");
    }

    /** An operator gave the dialog back. */
    public Dialog returned(Handler handler) {
        return add(joins, Reason.RETURNED, handler, "returned");
    }

    /** The customer's message means this. */
    public Dialog intent(String intent, Handler handler) {
        return add(intents, intent, handler, "intent '" + intent + "'");
    }

    /** The customer wrote {@code /name}, or chose it from the portal's command menu. */
    public Dialog command(String name, Handler handler) {
        return add(commands, name, handler, "command '" + name + "'");
    }

    /** A button that carries this record was pressed. */
    public <T extends Record> Dialog button(Class<T> payload, ValueHandler<? super T> handler) {
        for (var component : payload.getRecordComponents()) {
            if (!Values.knows(component.getType())) {
                problem("the button " + payload.getSimpleName() + " can't carry '" + component.getName() + "' of type "
                        + component.getType().getSimpleName() + "; use text, numbers, boolean, dates or an enum");
            }
        }
        Press press = (turn, text) -> handler.handle(turn, Payload.read(payload, text));
        return add(buttons, Payload.nameOf(payload), press, "button " + payload.getSimpleName());
    }

    /** The form of this record is complete. */
    public <T extends Record> Dialog submit(Class<T> form, ValueHandler<? super T> handler) {
        try {
            return form(FormPlan.of(form), (turn, value) -> handler.handle(turn, form.cast(value)));
        } catch (IllegalArgumentException e) {
            problem(form.getSimpleName() + ": " + e.getMessage());
            return this;
        }
    }

    /** A form that is not a record: a YAML bot's. */
    public Dialog form(FormPlan plan, ValueHandler<Object> submit) {
        return add(forms, plan.name(), new Form(plan, submit), "form " + plan.name());
    }

    /** The customer has said nothing for this long after the bot's answer. */
    public Dialog idle(Duration after, Handler handler) {
        return add(idle, after, handler, "idle " + after);
    }

    /** A handler threw or overran its time limit. Otherwise the bot apologises once and hands off. */
    public Dialog failed(Handler handler) {
        return add(hooks, Routes.FAILED, handler, Routes.FAILED);
    }

    /** The customer left a form. Otherwise the bot says that it stopped. */
    public Dialog cancelled(Handler handler) {
        return add(hooks, Routes.CANCELLED, handler, Routes.CANCELLED);
    }

    /** Nothing above took the message. */
    public Dialog otherwise(Handler handler) {
        return add(hooks, Routes.OTHERWISE, handler, Routes.OTHERWISE);
    }

    /** Something that is wrong here, to be shown with all the rest. */
    public void problem(String what) {
        problems.add(new Problem(place.orElseGet(Origin::ofCaller), what));
    }

    Routes routes() {
        return new Routes(intents, commands, buttons, forms, idle, new Routes.Hooks(joins, hooks, problems));
    }

    private <K, T> Dialog add(Map<K, Route<T>> table, K key, T handler, String words) {
        Origin origin = place.orElseGet(Origin::ofCaller);
        Route<T> earlier = table.putIfAbsent(key, new Route<>(handler, origin));
        if (earlier != null) {
            problems.add(
                    new Problem(origin, words + " is handled twice, first at " + earlier.origin() + "; remove one"));
        }
        return this;
    }
}
