package openlines.bot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A turn while it is being taken: finds the route, calls it, settles what it returns. */
final class TurnInHand {
    /** What is less likely than not is asked again rather than acted on. */
    private static final double LIKELY = 0.5;

    private static final Handler DEFAULT_FAILED =
            turn -> Reply.say(DefaultTexts.SORRY).then(Reply.handoff());
    private static final Handler DEFAULT_OTHERWISE = turn -> turn.misunderstood() < 2
            ? Reply.say(DefaultTexts.NOT_UNDERSTOOD)
            : Reply.say(DefaultTexts.COLLEAGUE).then(Reply.handoff().noting(turn.summary()));

    private final Profile profile;
    private final Routes routes;
    private final Scene scene;
    private final Reader reader;
    private final List<Act> acts = new ArrayList<>();
    private DialogState state = DialogState.NEW;
    private Understanding understanding = Understanding.nothing("", "");
    private String handler = "";
    private boolean asked;
    private Optional<Timer> due = Optional.empty();

    TurnInHand(Profile profile, Routes routes, Scene scene, Reader reader) {
        this.profile = profile;
        this.routes = routes;
        this.scene = scene;
        this.reader = reader;
    }

    TurnInHand take(Happening happening, DialogState before) {
        state = before;
        switch (happening) {
            case Happening.Joined(Reason reason) -> joined(reason);
            case Happening.Message message -> message(message);
            case Happening.Pressed(String payload) -> pressed(payload);
            case Happening.Command(String name, String parameters) -> command(name, parameters);
            case Happening.Due(Timer timer) -> due(timer);
            case Happening.Failed(String ignored) -> failed();
        }
        return this;
    }

    Outcome finish(Translations translations) {
        return new Rendering(scene, translations).outcome(acts, state, timers(), handler, understanding);
    }

    private void joined(Reason reason) {
        state = state.misunderstood(0);
        routes.join(reason).ifPresent(route -> call(route.getKey(), route.getValue()));
        if (!acts.isEmpty()) {
            state = Greeting.said(state, reason);
        }
    }

    private void failed() {
        state = state.asking("", "");
        call(Routes.FAILED, routes.hook(Routes.FAILED).orElse(DEFAULT_FAILED));
    }

    private void message(Happening.Message message) {
        String text = message.text();
        understanding = Understanding.nothing(text, state.language());
        if (text.startsWith("/")) {
            int space = text.indexOf(' ');
            String name = text.substring(1, space < 0 ? text.length() : space);
            if (routes.commands().containsKey(name)) {
                command(name, space < 0 ? "" : text.substring(space + 1));
                return;
            }
        }
        if (!text.isBlank()) {
            state = state.with(state.memory().hearing(text));
        }
        Optional<Button> pressed = new Offer(state.offered()).chosenBy(text);
        if (pressed.isPresent()) {
            pressed(pressed.get().payload());
        } else if (state.asking()) {
            new FormInHand(this, routes).answer(text);
        } else {
            understand(Set.of());
            routeIntent();
        }
    }

    /** Reads the message, once a turn. */
    Understanding understand(Set<String> expected) {
        understanding = reader.read(understanding.text(), state.language(), expected);
        return understanding;
    }

    /** Follows the customer into another language that the bot speaks; only a message that was understood leads. */
    private void follow() {
        if (profile.languages().contains(understanding.language())) {
            state = state.speaking(understanding.language());
        }
    }

    /** The handler of what was understood. */
    Optional<Handler> intended() {
        Optional<String> meant = meant();
        boolean unlikely =
                !understanding.ranking().isEmpty() && Greeting.likelihood(understanding, meant.orElse("")) < LIKELY;
        return unlikely ? Optional.empty() : meant.flatMap(routes::intent);
    }

    private Optional<String> meant() {
        return Greeting.meant(understanding, intent -> routes.intent(intent).isPresent());
    }

    void routeIntent() {
        Optional<Handler> intended = intended();
        if (intended.isPresent()) {
            String meant = meant().orElse("");
            String language = state.language();
            follow();
            state = state.misunderstood(0);
            if (Greeting.isAnswered(meant, state) && state.language().equals(language)) {
                handler = "greeted already";
            } else {
                call("intent " + meant, intended.get());
            }
        } else {
            otherwise();
        }
    }

    void otherwise() {
        call(Routes.OTHERWISE, routes.hook(Routes.OTHERWISE).orElse(DEFAULT_OTHERWISE));
        state = state.misunderstood(state.misunderstood() + 1);
    }

    private void pressed(String payload) {
        String name = Payload.nameIn(payload);
        if (name.equals(Payload.nameOf(Slot.Chosen.class))) {
            chosen(Payload.read(Slot.Chosen.class, payload));
            return;
        }
        if (name.equals(Payload.nameOf(Go.class))) {
            go(Payload.read(Go.class, payload).intent());
            return;
        }
        var route = routes.buttons().get(name);
        if (route == null) {
            throw new IllegalStateException("nobody handles the button " + name + "; write on.button(" + name
                    + ".class, …)" + Routes.nearest(name, routes.buttons().keySet()));
        }
        state = state.misunderstood(0);
        call("button " + name, turn -> route.handler().handle(turn, payload));
    }

    /** The button of a form that is no longer open means nothing any more. */
    private void chosen(Slot.Chosen chosen) {
        if (routes.form(state.form()).isPresent()) {
            new FormInHand(this, routes).chosen(chosen);
        } else {
            otherwise();
        }
    }

    private void go(String intent) {
        Handler intended = routes.intent(intent)
                .orElseThrow(() -> new IllegalStateException(
                        "a button stands for the intent '" + intent + "', which nobody handles"));
        state = state.misunderstood(0);
        call("intent " + intent, intended);
    }

    private void command(String name, String parameters) {
        var route = routes.commands().get(name);
        if (route == null) {
            otherwise();
            return;
        }
        understanding = Understanding.nothing(parameters, state.language());
        state = state.misunderstood(0);
        call("command " + name, route.handler());
    }

    private void due(Timer timer) {
        due = Optional.of(timer);
        if (timer.name().equals(Timer.FORM)) {
            handler = "form expired";
            state = state.asking("", "").offering(List.of());
            return;
        }
        routes.idle().entrySet().stream()
                .filter(entry -> Timer.idle(entry.getKey()).name().equals(timer.name()))
                .findFirst()
                .ifPresent(entry -> call(timer.name(), entry.getValue().handler()));
    }

    /** Calls a handler and settles its reply. The first route called names the turn. */
    void call(String name, Handler route) {
        handler = handler.isEmpty() ? name : handler;
        settle(route.handle(new Turn(scene, state, understanding)));
    }

    void settle(Reply reply) {
        for (Reply part : Conversation.parts(reply)) {
            if (leaves()) {
                return;
            }
            switch (part) {
                case Act act -> acts.add(act);
                case Remember(String key, String value) ->
                    state = state.with(state.memory().remembering(key, value));
                case OpenForm(String form) -> new FormInHand(this, routes).open(form);
                case Sequence sequence -> settle(sequence);
                case Silence ignored -> {}
            }
        }
    }

    private boolean leaves() {
        return !acts.isEmpty() && (acts.getLast() instanceof Handoff || acts.getLast() instanceof Finish);
    }

    private List<Timer> timers() {
        if (leaves()) {
            return List.of();
        }
        var timers = new ArrayList<Timer>();
        var passed = due.filter(timer -> !timer.name().equals(Timer.FORM)).map(Timer::after);
        for (var after : routes.idle().keySet()) {
            var rest = passed.map(after::minus).orElse(after);
            if (rest.isPositive()) {
                timers.add(new Timer(Timer.idle(after).name(), rest));
            }
        }
        if (state.asking()) {
            timers.add(Timer.form(FormInHand.EXPIRES));
        }
        return timers;
    }

    DialogState state() {
        return state;
    }

    void state(DialogState changed) {
        state = changed;
    }

    /** A form has asked its question in this turn. */
    void asks() {
        asked = true;
    }

    boolean asked() {
        return asked;
    }

    Understanding understanding() {
        return understanding;
    }
}
