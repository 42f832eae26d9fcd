package openlines.simulator.engine;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import openlines.simulator.engine.SettableClock.Pace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The portal's one turn: commands are applied one after the other, what is due is rung, facts are told to their listeners.
 *
 * <p>A command runs on its caller's thread while the caller holds the turn; a thread of the engine's own only rings alarms
 * that nobody's command was there for.
 */
@Singleton
public final class Engine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private final SettableClock clock;
    private final Agenda agenda;
    private final Facts facts;
    private final Map<String, AlarmHandler> handlers;
    private final List<FactListener> listeners;
    private final ReentrantLock turn = new ReentrantLock();
    private final Condition changed = turn.newCondition();
    private final Thread thread;
    private volatile boolean open = true;
    private Optional<Wake> awaited = Optional.empty();

    /** What the ringing thread sleeps for: an alarm's time, in a time that runs at this pace. */
    private record Wake(Instant at, Pace pace) {}

    Engine(SettableClock clock, Agenda agenda, Facts facts, List<AlarmHandler> handlers, List<FactListener> listeners) {
        this.clock = clock;
        this.agenda = agenda;
        this.facts = facts;
        this.handlers = handlers.stream().collect(Collectors.toMap(AlarmHandler::kind, Function.identity()));
        this.listeners = listeners;
        this.thread = Thread.ofPlatform().daemon().name("simulator-engine").unstarted(this::ring);
        thread.start();
    }

    /** Runs the command in its turn. Its facts are told, and what became due has rung, when this returns. */
    public <T> T call(Supplier<T> command) {
        turn.lock();
        try {
            try {
                return command.get();
            } catch (Error e) {
                // one command's, not the server's
                throw new IllegalStateException("a command failed", e);
            } finally {
                tellFacts();
                ringDue();
                if (!nextWake().equals(awaited)) {
                    changed.signal();
                }
            }
        } finally {
            turn.unlock();
        }
    }

    public void run(Runnable command) {
        call(() -> {
            command.run();
            return true;
        });
    }

    /** Moves a standing clock to the next alarm, or to {@code target} where none is due before; true when at the target. */
    public boolean step(Instant target) {
        return call(() -> {
            Optional<Alarm> next = agenda.next().filter(alarm -> !alarm.at().isAfter(target));
            if (next.isEmpty()) {
                clock.moveTo(target);
                return true;
            }
            Instant at = next.get().at();
            clock.moveTo(at);
            // the alarms of one moment belong together
            ringDue();
            return false;
        });
    }

    /** True while something is due now. */
    public boolean due() {
        return call(() -> agenda.next()
                .filter(alarm -> !alarm.at().isAfter(clock.instant()))
                .isPresent());
    }

    private void ring() {
        turn.lock();
        try {
            while (open) {
                ringDue();
                awaited = nextWake();
                Optional<Duration> wait = awaited.flatMap(wake -> clock.waitFor(wake.at()));
                if (wait.isPresent()) {
                    changed.awaitNanos(wait.get().toNanos());
                } else {
                    changed.await();
                }
            }
        } catch (InterruptedException e) {
            open = false;
        } finally {
            turn.unlock();
        }
    }

    /** Empty while nothing is set, or only a command moves time. */
    private Optional<Wake> nextWake() {
        Pace pace = clock.pace();
        return pace.manual() ? Optional.empty() : agenda.next().map(alarm -> new Wake(alarm.at(), pace));
    }

    private void ringDue() {
        Instant now = clock.instant();
        for (Optional<Alarm> due = agenda.takeDue(now); due.isPresent(); due = agenda.takeDue(now)) {
            Alarm alarm = due.get();
            AlarmHandler handler = handlers.get(alarm.kind());
            facts.emit(new AlarmRang(alarm));
            try {
                if (handler != null) {
                    handler.ring(alarm.subject());
                }
            } catch (RuntimeException e) {
                LOG.error("The alarm {} of {} failed", alarm.kind(), alarm.subject(), e);
            }
            tellFacts();
        }
    }

    private void tellFacts() {
        for (Optional<Fact> fact = facts.take(); fact.isPresent(); fact = facts.take()) {
            for (FactListener listener : listeners) {
                try {
                    listener.hear(fact.get());
                } catch (RuntimeException e) {
                    LOG.error("A listener failed on {}", fact.get().name(), e);
                }
            }
        }
    }

    @Override
    @PreDestroy
    public void close() {
        open = false;
        thread.interrupt();
    }
}
