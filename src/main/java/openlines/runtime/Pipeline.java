package openlines.runtime;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import openlines.bitrix24.event.DialogEvent;
import openlines.bitrix24.event.DialogEvent.Author;
import openlines.bitrix24.event.DialogEvent.Line;
import openlines.bitrix24.event.DialogEvent.Where;
import openlines.bitrix24.rest.KnownPortals;
import openlines.bot.Channel;
import openlines.bot.Customer;
import openlines.bot.DialogState;
import openlines.bot.Happening;
import openlines.bot.Outcome;
import openlines.bot.Reason;
import openlines.bot.Scene;
import openlines.runtime.Owner.Held;
import openlines.runtime.Owner.Holder;
import openlines.store.BotEntry;
import openlines.store.Claim;
import openlines.store.DialogKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One turn: from what happened to what it leaves behind. Has no effect of its own but the question who holds the session. */
final class Pipeline {
    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);
    private static final Author NOBODY = new Author(0, "", false, false);
    private static final String PRESS = "/" + Registration.PRESS + " ";

    private final HostedBots bots;
    private final KnownPortals portals;
    private final Session session;
    private final Talk talk;
    private final Observed observed;
    private final When when;

    Pipeline(HostedBots bots, KnownPortals portals, Session session, Talk talk, Observed observed, When when) {
        this.bots = bots;
        this.portals = portals;
        this.session = session;
        this.talk = talk;
        this.observed = observed;
        this.when = when;
    }

    /** Whom to ask about a session: who holds it, why the bot came; and how to show that an answer is on its way. */
    record Session(Owner owner, Roles roles, Typing typing) {}

    /** Shows that the bot is writing. */
    @FunctionalInterface
    interface Typing {
        void show(DialogKey dialog, Where where);
    }

    /** The clock, and the lines' zone. */
    record When(InstantSource clock, ZoneId zone) {}

    /** Who watches turns. */
    record Observed(Meters meters, Traces traces) {}

    /**
     * What a turn leaves.
     *
     * @param remembered what the dialog now remembers
     * @param outcome what the bot answered; empty where it was not asked
     */
    record Turned(Remembered remembered, Optional<Outcome> outcome) {}

    /** What is asked of the bot, if anything. */
    private sealed interface Next {}

    private record Ask(Happening happening, Remembered remembered) implements Next {}

    private record Nothing(String why, Remembered remembered) implements Next {}

    Turned event(DialogKey dialog, Remembered before, DialogEvent event) {
        Remembered here = at(before, event.where());
        Optional<HostedBot> bot = bot(dialog, here.where());
        if (bot.isEmpty()) {
            LOG.warn(
                    "dialog {}: no bot '{}' is hosted here",
                    dialog,
                    here.where().botCode());
            return silent(new Nothing("no bot", here));
        }
        return answer(dialog, bot.get(), next(dialog, here, event));
    }

    Turned due(DialogKey dialog, Remembered here, Claim.Due due) {
        Optional<HostedBot> bot = bot(dialog, here.where());
        if (bot.isEmpty() || here.left() || isHeldByAnother(dialog, here)) {
            return silent(new Nothing("timer of a dialog that left", here));
        }
        var timer = new openlines.bot.Timer(due.name(), java.time.Duration.ofMillis(due.afterMillis()));
        return answer(dialog, bot.get(), new Ask(new Happening.Due(timer), here));
    }

    private boolean isHeldByAnother(DialogKey dialog, Remembered here) {
        Held held = holder(dialog, here);
        return held.holder() == Holder.ANOTHER && !here.besides(held.owner());
    }

    private Next next(DialogKey dialog, Remembered here, DialogEvent event) {
        return switch (event) {
            case DialogEvent.BotJoined _ -> joined(dialog, here);
            case DialogEvent.MessageAdded message
            when message.system()
                    || message.where().author().bot()
                    || message.where().author().id() == dialog.bot() -> new Nothing("not the customer's", here);
            case DialogEvent.MessageAdded message
            when isByStaff(message.where(), here) -> new Nothing("a person spoke", here.personSpoke());
            case DialogEvent.MessageAdded message -> said(dialog, here, happening(message));
            case DialogEvent.CommandGiven command
            when isByStaff(command.where(), here) -> new Nothing("not the customer's", here);
            case DialogEvent.CommandGiven command -> said(dialog, here, happening(command));
        };
    }

    /** Why the bot came is derived: the portal does not say it. */
    private Next joined(DialogKey dialog, Remembered here) {
        Held held = holder(dialog, here);
        long number = held.session() > 0 ? held.session() : here.where().line().session();
        boolean isNew = here.session() == 0 || number != here.session();
        Reason reason = session.roles().of(dialog, here.where().line().id(), isNew, here);
        boolean beside = held.holder() == Holder.ANOTHER;
        if (beside && (reason == Reason.WELCOME || reason == Reason.RETURNED)) {
            return new Nothing(
                    "a person has it", new Remembered(here.state(), number, true, true, true, 0, here.where()));
        }
        // assumed: who was asked in vain is the chat's owner still, when the line calls a bot in for him
        DialogState state = isNew ? DialogState.NEW : here.state();
        return new Ask(
                new Happening.Joined(reason),
                new Remembered(state, number, true, false, false, beside ? held.owner() : 0, here.where()));
    }

    private Next said(DialogKey dialog, Remembered here, Happening happening) {
        Held held = holder(dialog, here);
        boolean mayTrust = held.holder() == Holder.UNKNOWN && !here.person();
        boolean free = held.holder() == Holder.NOBODY || mayTrust || here.besides(held.owner());
        boolean mine = held.holder() == Holder.BOT || (free && !here.left());
        if (!mine) {
            boolean person = held.holder() == Holder.ANOTHER;
            return new Nothing(
                    person ? "a person has it" : "it waits in the queue",
                    // while it waits in the queue, who was asked is its owner and has said nothing
                    person && !here.left() ? here.personSpoke() : here);
        }
        boolean isNew = held.session() > 0 && here.session() > 0 && held.session() != here.session();
        return new Ask(
                happening,
                new Remembered(
                        isNew ? DialogState.NEW : here.state(),
                        held.session() > 0 ? held.session() : here.session(),
                        here.came() && !isNew,
                        false,
                        false,
                        here.beside(),
                        here.where()));
    }

    private static Happening happening(DialogEvent.MessageAdded message) {
        return message.text().startsWith(PRESS)
                ? new Happening.Pressed(message.text().substring(PRESS.length()).strip())
                : new Happening.Message(message.text(), message.files());
    }

    private static Happening happening(DialogEvent.CommandGiven command) {
        return command.command().equals(Registration.PRESS)
                ? new Happening.Pressed(command.parameters())
                : new Happening.Command(command.command(), command.parameters());
    }

    /** In a chat of no line the bot is spoken to by whoever is there. */
    private static boolean isByStaff(Where where, Remembered here) {
        Author author = where.author();
        Line line = here.where().line();
        return !line.connector().isEmpty() && !author.customer() && author.id() != line.customer();
    }

    private Held holder(DialogKey dialog, Remembered here) {
        return here.where().line().connector().isEmpty()
                ? new Held(Holder.BOT, dialog.bot(), 0, System.nanoTime())
                : session.owner().before(dialog);
    }

    private Turned answer(DialogKey dialog, HostedBot bot, Next next) {
        if (next instanceof Nothing nothing) {
            return silent(nothing);
        }
        Ask ask = (Ask) next;
        long began = System.nanoTime();
        Instant now = when.clock().instant();
        Remembered here = ask.remembered();
        Outcome outcome = talk.with(
                bot,
                ask.happening(),
                scene(here.where(), now),
                here.state(),
                () -> session.typing().show(dialog, here.where()));
        observed.meters().turn(bot.code(), outcome.handler(), System.nanoTime() - began);
        if (outcome.leaves()) {
            observed.meters().handoff();
        }
        observed.traces()
                .add(new Traces.Trace(
                        now,
                        dialog,
                        bot.code(),
                        ask.happening(),
                        outcome.handler(),
                        outcome.understanding(),
                        here.state(),
                        outcome.state()));
        Remembered after = here.with(outcome.state());
        return new Turned(outcome.leaves() ? after.leaving() : after, Optional.of(outcome));
    }

    private Turned silent(Nothing nothing) {
        observed.meters().silent(nothing.why());
        return new Turned(nothing.remembered(), Optional.empty());
    }

    private Scene scene(Where where, Instant now) {
        Line line = where.line();
        Author author = where.author();
        return new Scene(
                new Customer(line.customer() > 0 ? line.customer() : author.id(), author.name()),
                new Channel(line.connector()),
                line.id(),
                where.language(),
                now,
                when.zone());
    }

    private Optional<HostedBot> bot(DialogKey dialog, Where where) {
        String code =
                portals.bot(dialog.portal(), dialog.bot()).map(BotEntry::code).orElse(where.botCode());
        return bots.find(code);
    }

    /** A dialog of which nothing is known. */
    static Remembered blank(DialogKey dialog) {
        return new Remembered(DialogState.NEW, 0, false, false, false, 0, nowhere(dialog));
    }

    private static Where nowhere(DialogKey dialog) {
        return new Where(dialog.bot(), "", dialog.chat(), "chat" + dialog.chat(), Line.of("", "", ""), NOBODY, "");
    }

    /** The event's place; the customer and the line as they were where the event does not tell. */
    private static Remembered at(Remembered before, Where now) {
        Where old = before.where();
        Line line = now.line().connector().isEmpty() ? old.line() : now.line();
        Author author = now.author();
        boolean isCustomer = author.customer()
                || author.id() == line.customer()
                || line.connector().isEmpty();
        Author customer = isCustomer ? author : old.author().customer() ? old.author() : NOBODY;
        return new Remembered(
                before.state(),
                before.session(),
                before.came(),
                before.left(),
                before.person(),
                before.beside(),
                new Where(now.botId(), now.botCode(), now.chatId(), now.dialogId(), line, customer, now.language()));
    }

    static List<String> letters(Turned turned) {
        return turned.outcome()
                .map(outcome -> Letters.of(outcome.acts()).stream()
                        .map(Documents::write)
                        .toList())
                .orElse(List.of());
    }
}
