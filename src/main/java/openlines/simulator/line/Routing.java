package openlines.simulator.line;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Chats;
import openlines.simulator.engine.AlarmHandler;
import openlines.simulator.engine.Facts;
import openlines.simulator.line.LineFact.SessionAnswered;
import openlines.simulator.line.LineFact.SessionOffered;
import openlines.simulator.line.LineFact.SessionQueued;
import openlines.simulator.line.Session.Stage;
import openlines.simulator.portal.User;

/** Brings waiting sessions to operators: whom to ask, for how long, and whom next. */
@Singleton
public final class Routing implements AlarmHandler {

    private final Lines lines;
    private final Sessions sessions;
    private final Staff staff;
    private final WorkTime workTime;
    private final Chats chats;
    private final Voice voice;
    private final Timers timers;
    private final Facts facts;
    private final CrmTracker crm;

    Routing(Floor floor, Chats chats, Voice voice, Timers timers, Facts facts, CrmTracker crm) {
        this.lines = floor.lines();
        this.sessions = floor.sessions();
        this.staff = floor.staff();
        this.workTime = floor.workTime();
        this.chats = chats;
        this.voice = voice;
        this.timers = timers;
        this.facts = facts;
        this.crm = crm;
    }

    /** Lets the session wait for an operator of its line and asks the first one. */
    public void queue(Session session) {
        queue(session, lines.get(session.lineId()).text("WELCOME_BOT_LEFT").equals("close"));
    }

    private void queue(Session session, boolean keepBots) {
        Line line = lines.get(session.lineId());
        session.queued();
        voice.own(session, 0);
        timers.cancel(session, Timers.BOT_TIME, Timers.AUTO_CLOSE, Timers.FULL_CLOSE);
        if (!keepBots) {
            voice.removeBots(session);
        }
        line.seconds("NO_ANSWER_TIME").ifPresent(delay -> timers.set(Timers.NO_ANSWER, session, delay));
        line.seconds("KPI_FIRST_ANSWER_TIME")
                .filter(delay -> !session.everAnswered() && !timers.runs(Timers.KPI_FIRST, session))
                .ifPresent(delay -> timers.set(Timers.KPI_FIRST, session, delay));
        facts.emit(new SessionQueued(session));
        askNext(session);
    }

    /** Asks one employee, who need not be in the queue; the queue's order follows if they do not answer. */
    public void offerTo(Session session, long user, boolean keepBots) {
        Line line = lines.get(session.lineId());
        session.queued();
        voice.own(session, 0);
        if (!keepBots) {
            voice.removeBots(session);
        }
        timers.cancel(session, Timers.BOT_TIME, Timers.AUTO_CLOSE, Timers.FULL_CLOSE);
        line.seconds("NO_ANSWER_TIME").ifPresent(delay -> timers.set(Timers.NO_ANSWER, session, delay));
        ask(session, line, user);
    }

    public void moveToLine(Session session, Line line, boolean keepBots) {
        session.moveTo(line.id());
        queue(session, keepBots);
    }

    /** The employee takes the session, whoever had it. */
    public void answer(Session session, long user) {
        Chat chat = chats.get(session.chatId());
        timers.cancel(session, Timers.QUEUE_TIME, Timers.NO_ANSWER, Timers.BOT_TIME, Timers.OPENING, Timers.FULL_CLOSE);
        session.answered(user);
        voice.removeEmployees(session, user);
        if (lines.get(session.lineId()).text("WELCOME_BOT_LEFT").equals("queue")) {
            voice.removeBots(session);
        }
        chats.join(chat, user, user);
        chat.managers().forEach(manager -> chat.manage(manager, false));
        chat.own(user);
        chat.manage(user, true);
        lines.get(session.lineId())
                .seconds("AUTO_CLOSE_TIME")
                .ifPresent(delay -> timers.set(Timers.AUTO_CLOSE, session, delay));
        crm.handedTo(session, lines.get(session.lineId()), user);
        facts.emit(new SessionAnswered(session, user));
    }

    /** Passes it on from whoever was asked or held it. */
    public void skip(Session session) {
        long who = session.operator();
        if (session.stage() == Stage.ANSWERED) {
            session.queued();
            voice.own(session, 0);
            session.offered(who);
            timers.cancel(session, Timers.AUTO_CLOSE);
        }
        askNext(session);
    }

    /** Whoever is free now is asked to take what nobody was asked for: by the line's priority, then by age. */
    public void distribute() {
        sessions.unclosed().stream()
                .filter(session -> session.stage() == Stage.QUEUE
                        && session.operator() == 0
                        && !session.offeredToAll()
                        && lines.find(session.lineId()).isPresent())
                .sorted(Comparator.comparingLong((Session session) ->
                                -lines.get(session.lineId()).number("SESSION_PRIORITY"))
                        .thenComparingLong(Session::id))
                .forEach(this::askNext);
    }

    @Override
    public String kind() {
        return Timers.QUEUE_TIME;
    }

    @Override
    public void ring(long subject) {
        sessions.find(subject).filter(session -> session.stage() == Stage.QUEUE).ifPresent(this::askNext);
    }

    private void askNext(Session session) {
        Line line = lines.get(session.lineId());
        if (!workTime.open(line)) {
            workTime.untilOpen(line).ifPresent(delay -> timers.set(Timers.OPENING, session, delay));
            askNobody(session);
            return;
        }
        List<User> free = staff.free(line);
        if (free.isEmpty()) {
            askNobody(session);
        } else if (line.text("QUEUE_TYPE").equals("all")) {
            askAll(session, free);
        } else {
            ask(session, line, next(session, line, free).id());
        }
    }

    /** Everybody once, then round again. */
    private User next(Session session, Line line, List<User> free) {
        if (session.asked().isEmpty()) {
            // whom CRM holds responsible is asked first
            long responsible = crm.responsible(session, line).orElse(0L);
            Optional<User> known =
                    free.stream().filter(user -> user.id() == responsible).findFirst();
            if (known.isPresent()) {
                return known.get();
            }
        }
        List<User> unasked = free.stream()
                .filter(user -> !session.asked().contains(user.id()))
                .toList();
        if (unasked.isEmpty()) {
            session.askAgain();
            unasked = free;
        }
        return line.text("QUEUE_TYPE").equals("strictly") ? unasked.getFirst() : leastBusy(line, unasked);
    }

    /** Evenly: who has least to do, and among those who comes after the one served last. */
    private User leastBusy(Line line, List<User> candidates) {
        List<Long> order = lines.operators(line).stream().map(User::id).toList();
        int last = order.indexOf(line.lastServed());
        Map<Long, Long> busy = staff.busy(line);
        return candidates.stream()
                .min(Comparator.comparingLong((User user) -> busy.getOrDefault(user.id(), 0L))
                        .thenComparingInt(user -> Math.floorMod(order.indexOf(user.id()) - last - 1, order.size())))
                .orElseThrow();
    }

    private void ask(Session session, Line line, long user) {
        voice.removeEmployees(session, user);
        session.offered(user);
        line.served(user);
        chats.join(chats.get(session.chatId()), user, user);
        line.seconds("QUEUE_TIME").ifPresent(delay -> timers.set(Timers.QUEUE_TIME, session, delay));
        facts.emit(new SessionOffered(session));
    }

    private void askAll(Session session, List<User> free) {
        session.offeredToEverybody();
        free.forEach(user -> chats.join(chats.get(session.chatId()), user.id(), user.id()));
        facts.emit(new SessionOffered(session));
    }

    private void askNobody(Session session) {
        boolean asked = session.operator() != 0;
        timers.cancel(session, Timers.QUEUE_TIME);
        voice.removeEmployees(session, 0);
        session.offeredToNobody();
        if (asked) {
            facts.emit(new SessionOffered(session));
        }
    }
}
