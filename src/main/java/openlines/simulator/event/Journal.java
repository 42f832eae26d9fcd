package openlines.simulator.event;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import openlines.simulator.engine.SettableClock;
import org.jspecify.annotations.Nullable;

/** The last traffic in both directions: calls of the portal's methods, and events to handlers. */
@Singleton
public final class Journal {

    private static final int KEPT = 5_000;
    private static final int LONGEST = 64 * 1024;

    /** Which way it went. */
    public enum Kind {
        REST,
        EVENT
    }

    /**
     * One exchange.
     *
     * @param name the method or the event
     * @param url where it went
     * @param contentType of the request's body
     * @param status of the answer; 0 where there was none
     */
    public record Entry(
            long id,
            Instant at,
            Kind kind,
            String name,
            String verb,
            String url,
            String contentType,
            String request,
            int status,
            String response,
            @Nullable String problem,
            long micros) {}

    private final SettableClock clock;
    private final ArrayDeque<Entry> entries = new ArrayDeque<>();
    private final List<Consumer<Entry>> listeners = new CopyOnWriteArrayList<>();
    private long last;

    Journal(SettableClock clock) {
        this.clock = clock;
    }

    public void call(String method, String verb, String url, String contentType, String request, Answer answer) {
        add(Kind.REST, method, verb, url, contentType, request, answer);
    }

    public void event(String name, String url, String request, Answer answer) {
        add(Kind.EVENT, name, "POST", url, "application/x-www-form-urlencoded", request, answer);
    }

    /** What came back; a problem in words where nothing did. */
    public record Answer(int status, String body, @Nullable String problem, long micros) {}

    /** Tells of every exchange from now on, on the thread that it happened on. */
    public void listen(Consumer<Entry> listener) {
        listeners.add(listener);
    }

    private void add(Kind kind, String name, String verb, String url, String type, String request, Answer answer) {
        Entry entry = keep(kind, name, verb, url, type, request, answer);
        listeners.forEach(listener -> listener.accept(entry));
    }

    private synchronized Entry keep(
            Kind kind, String name, String verb, String url, String type, String request, Answer answer) {
        if (entries.size() == KEPT) {
            entries.removeFirst();
        }
        Entry entry = new Entry(
                ++last,
                clock.instant(),
                kind,
                name,
                verb,
                url,
                type,
                cut(request),
                answer.status,
                cut(answer.body),
                answer.problem,
                answer.micros);
        entries.add(entry);
        return entry;
    }

    /** The number of the last exchange; 0 before the first. */
    public synchronized long last() {
        return last;
    }

    public synchronized List<Entry> find(Predicate<Entry> wanted) {
        return entries.stream().filter(wanted).toList();
    }

    public synchronized void clear() {
        entries.clear();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
