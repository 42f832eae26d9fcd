package openlines.simulator.engine;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The portal's one thread: it applies commands in order, rings what is due, and tells facts to their listeners. */
@Singleton
public final class Engine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private final SettableClock clock;
    private final Agenda agenda;
    private final Facts facts;
    private final Map<String, AlarmHandler> handlers;
    private final List<FactListener> listeners;
    private final BlockingQueue<Runnable> commands = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean open = true;

    Engine(SettableClock clock, Agenda agenda, Facts facts, List<AlarmHandler> handlers, List<FactListener> listeners) {
        this.clock = clock;
        this.agenda = agenda;
        this.facts = facts;
        this.handlers = handlers.stream().collect(Collectors.toMap(AlarmHandler::kind, Function.identity()));
        this.listeners = listeners;
        this.thread = Thread.ofPlatform().daemon().name("simulator-engine").unstarted(this::work);
        thread.start();
    }

    /** Runs the command on the engine's thread and waits for what it returns; its exception is thrown here. */
    public <T> T call(Supplier<T> command) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        commands.add(() -> {
            try {
                T value = command.get();
                tellFacts();
                answer.complete(value);
            } catch (Throwable failure) {
                tellFacts();
                answer.completeExceptionally(failure);
            }
        });
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
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

    private void work() {
        while (open) {
            try {
                Optional<Duration> wait = agenda.next().flatMap(alarm -> clock.waitFor(alarm.at()));
                Runnable command =
                        wait.isPresent() ? commands.poll(wait.get().toNanos(), TimeUnit.NANOSECONDS) : commands.take();
                if (command != null) {
                    command.run();
                }
                ringDue();
            } catch (InterruptedException e) {
                open = false;
            }
        }
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
