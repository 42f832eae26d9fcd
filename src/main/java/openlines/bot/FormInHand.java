package openlines.bot;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A form while a turn fills it. */
final class FormInHand {
    /** An open form is closed after a day; what was answered stays for the next time. */
    static final Duration EXPIRES = Duration.ofDays(1);

    /** What may be an answer, if a clumsy one, is taken for an interruption only where its intent is this sure. */
    private static final double INTERRUPTS = 0.8;

    /** Answers in a row that can't be read, before the bot's otherwise takes over. */
    private static final int PATIENCE = 2;

    private final TurnInHand turn;
    private final Routes routes;

    FormInHand(TurnInHand turn, Routes routes) {
        this.turn = turn;
        this.routes = routes;
    }

    void open(String name) {
        Dialog.Form form = routes.form(name)
                .orElseThrow(() -> new IllegalStateException("the form " + name
                        + " is asked, but nobody handles its submission; write on.submit(" + name + ".class, …)"
                        + Routes.nearest(name, routes.forms().keySet())));
        turn.state(turn.state().asking(name, ""));
        fillFromMessage(form.plan(), "");
        next(form);
    }

    /** A message while the form is open. */
    void answer(String text) {
        Dialog.Form form = routes.form(turn.state().form()).orElse(null);
        if (form == null) {
            turn.state(turn.state().asking("", ""));
            turn.understand(Set.of());
            turn.routeIntent();
            return;
        }
        if (Words.CANCEL.says(text)) {
            cancel(form);
        } else if (Words.BACK.says(text)) {
            back(form);
        } else {
            Optional<Slot> asked = form.plan().slot(turn.state().slot());
            Understanding read = turn.understand(Conversation.expected(asked));
            asked.ifPresentOrElse(slot -> fill(form, slot, text, read), () -> next(form));
        }
    }

    /** A pressed choice, of the slot that is asked or of an earlier one. */
    void chosen(Slot.Chosen chosen) {
        routes.form(turn.state().form()).ifPresent(form -> {
            form.plan().slot(chosen.slot()).ifPresent(slot -> put(form, slot.name(), chosen.value()));
            next(form);
        });
    }

    private void fill(Dialog.Form form, Slot slot, String text, Understanding read) {
        if (slot.optional() && (Words.SKIP.says(text) || Words.NO.says(text))) {
            put(form, slot.name(), "");
            next(form);
            return;
        }
        boolean interrupts = turn.intended().isPresent() && read.confidence() >= INTERRUPTS;
        Optional<String> value = slot.type().isOpen() && interrupts
                ? Optional.empty()
                : slot.type().read(text, read);
        boolean others = fillFromMessage(form.plan(), value.isPresent() ? slot.name() : "");
        value.ifPresent(found -> put(form, slot.name(), found));
        if (value.isPresent() || others) {
            turn.state(turn.state().misunderstood(0));
            next(form);
        } else if (interrupts) {
            turn.routeIntent();
            if (turn.state().form().equals(form.plan().name()) && !turn.asked()) {
                next(form);
            }
        } else if (turn.state().misunderstood() >= PATIENCE) {
            turn.otherwise();
        } else {
            turn.state(turn.state().misunderstood(turn.state().misunderstood() + 1));
            turn.call("form " + form.plan().name() + " again", inHand -> question(inHand, slot, slot.again()));
        }
    }

    /** Entities of the message fill or correct every slot of their type, but the one that {@code answered} names. */
    private boolean fillFromMessage(FormPlan plan, String answered) {
        var used = new HashSet<SlotType>();
        plan.slot(answered).map(Slot::type).ifPresent(used::add);
        for (Slot slot : plan.slots()) {
            boolean corrects = turn.state().memory().draft(plan.name()).containsKey(slot.name());
            if (!slot.type().fillsItself() || used.contains(slot.type()) || (corrects && !answered.isEmpty())) {
                continue;
            }
            slot.type().read(turn.understanding().text(), turn.understanding()).ifPresent(found -> {
                turn.state(turn.state().with(turn.state().memory().filled(plan.name(), slot.name(), found)));
                used.add(slot.type());
            });
        }
        return !used.isEmpty();
    }

    private void put(Dialog.Form form, String slot, String value) {
        turn.state(turn.state().with(turn.state().memory().filled(form.plan().name(), slot, value)));
    }

    private void next(Dialog.Form form) {
        String name = form.plan().name();
        var filled = turn.state().memory().draft(name);
        Optional<Slot> empty = form.plan().firstEmpty(filled);
        if (empty.isPresent()) {
            turn.state(turn.state().asking(name, empty.get().name()));
            turn.asks();
            turn.call(
                    "form " + name,
                    inHand -> question(inHand, empty.get(), empty.get().question()));
            return;
        }
        Object value = form.plan().make().apply(filled);
        turn.state(turn.state().asking("", ""));
        turn.call("submit " + name, inHand -> form.submit().handle(inHand, value));
        turn.state(turn.state().with(turn.state().memory().without(name)));
    }

    private void cancel(Dialog.Form form) {
        turn.state(turn.state()
                .asking("", "")
                .with(turn.state().memory().without(form.plan().name())));
        turn.call(Routes.CANCELLED, routes.hook(Routes.CANCELLED).orElse(ignored -> Reply.say(DefaultTexts.STOPPED)));
    }

    private void back(Dialog.Form form) {
        int asked = form.plan().slots().stream()
                .map(Slot::name)
                .toList()
                .indexOf(turn.state().slot());
        if (asked > 0) {
            String before = form.plan().slots().get(asked - 1).name();
            turn.state(
                    turn.state().with(turn.state().memory().emptied(form.plan().name(), before)));
        }
        next(form);
    }

    /** A question may name what is known: {@code {name}} is what the slot of that name was answered with. */
    private Reply question(Turn inHand, Slot slot, String words) {
        var answers = turn.state().memory().draft(turn.state().form());
        return Reply.say(words, inHand.words(), answers).with(slot.choices());
    }
}
