package openlines.simulator.desk;

import io.micronaut.http.sse.Event;
import java.util.List;
import openlines.simulator.desk.FactLog.Told;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** The facts after a given one, as long as somebody listens. */
final class FactStream implements Publisher<Event<String>> {

    private final FactLog log;
    private final long after;

    FactStream(FactLog log, long after) {
        this.log = log;
        this.after = after;
    }

    @Override
    public void subscribe(@Nullable Subscriber<? super Event<String>> subscriber) {
        if (subscriber == null) {
            throw new NullPointerException("subscriber");
        }
        Listener listener = new Listener(subscriber);
        subscriber.onSubscribe(listener);
        log.listen(listener);
        listener.run();
    }

    /** Hands facts on only as fast as they are asked for; the log keeps the rest. */
    private final class Listener implements Subscription, Runnable {

        private final Subscriber<? super Event<String>> subscriber;
        private long seen = after;
        private long wanted;
        private boolean cancelled;
        private boolean telling;

        private Listener(Subscriber<? super Event<String>> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void request(long more) {
            synchronized (this) {
                wanted = wanted + more < 0 ? Long.MAX_VALUE : wanted + more;
            }
            run();
        }

        @Override
        public void cancel() {
            synchronized (this) {
                cancelled = true;
            }
            log.forget(this);
        }

        /** One thread at a time tells; the others leave it to that one. */
        @Override
        public void run() {
            synchronized (this) {
                if (telling) {
                    return;
                }
                telling = true;
            }
            for (Event<String> next = next(); next != null; next = next()) {
                subscriber.onNext(next);
            }
        }

        private synchronized @Nullable Event<String> next() {
            List<Told> rest = cancelled || wanted == 0 ? List.of() : log.after(seen);
            if (rest.isEmpty()) {
                telling = false;
                return null;
            }
            Told told = rest.getFirst();
            seen = told.id();
            wanted--;
            return Event.of(told.json()).id(Long.toString(told.id())).name(told.name());
        }
    }
}
