package openlines.plugin.script;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import openlines.bot.Act;
import openlines.bot.Button;
import openlines.bot.Conversation;
import openlines.bot.Customer;
import openlines.bot.DialogState;
import openlines.bot.Finish;
import openlines.bot.Handoff;
import openlines.bot.Happening;
import openlines.bot.Lead;
import openlines.bot.Outcome;
import openlines.bot.Reader;
import openlines.bot.Reason;
import openlines.bot.Say;
import openlines.bot.Scene;
import openlines.bot.Timer;

/** A bot without a portal, in virtual time: a day passes in no time at all. */
public final class BotAlone implements Stage {
    /** Reads what a customer of this scene wrote. */
    @FunctionalInterface
    public interface Readers {
        Reader in(Scene scene);
    }

    private record Due(Instant at, Timer timer) {}

    private final Setting setting;
    private final List<Seen> seen = new ArrayList<>();
    private final List<Due> agenda = new ArrayList<>();
    private DialogState state = DialogState.NEW;
    private Instant now;
    private boolean holds;
    private Conversation conversation;
    private Readers readers;
    private Consumer<Outcome> told = outcome -> {};

    public BotAlone(Conversation conversation, Readers readers, Setting setting) {
        this.conversation = conversation;
        this.readers = readers;
        this.setting = setting;
        this.now = setting.at().atZone(setting.zone()).toInstant();
    }

    /** Has somebody look at every turn. */
    public void tell(Consumer<Outcome> listener) {
        told = listener;
    }

    /** Another bot goes on with the dialog, whose state stays. */
    public void swap(Conversation next, Readers with) {
        conversation = next;
        readers = with;
    }

    @Override
    public void joins(Reason reason) {
        holds = true;
        take(new Happening.Joined(reason));
    }

    @Override
    public void writes(String text) {
        take(new Happening.Message(text));
    }

    @Override
    public void presses(String label) {
        Button button = state.offered().stream()
                .filter(each -> each.label().equals(label) && each.link().isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no button '" + label + "'; there are "
                        + state.offered().stream().map(Button::label).toList()));
        take(setting.channel().showsButtons() ? new Happening.Pressed(button.payload()) : new Happening.Message(label));
    }

    @Override
    public void waits(Duration time) {
        Instant until = now.plus(time);
        while (true) {
            var next = agenda.stream()
                    .min(Comparator.comparing(Due::at))
                    .filter(due -> !due.at().isAfter(until));
            if (next.isEmpty()) {
                break;
            }
            agenda.remove(next.get());
            now = next.get().at();
            take(new Happening.Due(next.get().timer()));
        }
        now = until;
    }

    @Override
    public void operator(String text) {
        holds = false;
        agenda.clear();
    }

    @Override
    public void returns() {
        joins(Reason.RETURNED);
    }

    @Override
    public List<Seen> seen() {
        var all = List.copyOf(seen);
        seen.clear();
        return all;
    }

    /** What the dialog remembers now. */
    public DialogState state() {
        return state;
    }

    /** A bot that does not hold the session is not asked: it never speaks over a person. */
    private void take(Happening happening) {
        if (!holds) {
            return;
        }
        Scene scene = new Scene(
                new Customer(1, setting.customer()), setting.channel(), 1, setting.language(), now, setting.zone());
        Outcome outcome;
        try {
            outcome = conversation.take(happening, scene, state, readers.in(scene));
        } catch (RuntimeException e) {
            outcome = conversation.take(new Happening.Failed(String.valueOf(e)), scene, state, readers.in(scene));
        }
        settle(outcome);
    }

    private void settle(Outcome outcome) {
        state = outcome.state();
        told.accept(outcome);
        outcome.acts().forEach(act -> seen.add(shown(act)));
        agenda.clear();
        outcome.timers().forEach(timer -> agenda.add(new Due(now.plus(timer.after()), timer)));
        holds = !outcome.leaves();
    }

    private static Seen shown(Act act) {
        return switch (act) {
            case Say say when say.aside() -> new Seen.Aside(say.text());
            case Say say when say.keyboard().isEmpty() -> Seen.Message.shown(say.text());
            case Say say ->
                new Seen.Message(
                        say.text(),
                        say.keyboard().buttons().stream().map(Button::label).toList());
            case Lead lead -> Seen.Led.of(lead);
            case Handoff(var to, String note) -> new Seen.HandedOff(target(to), note);
            case Finish ignored -> new Seen.Finished();
        };
    }

    private static String target(Handoff.Target to) {
        return switch (to) {
            case Handoff.ToQueue ignored -> "queue";
            case Handoff.ToLine(long line) -> "line " + line;
            case Handoff.ToEmployee(long user) -> "employee " + user;
        };
    }
}
