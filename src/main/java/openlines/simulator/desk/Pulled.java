package openlines.simulator.desk;

import java.util.Optional;
import java.util.concurrent.Executor;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Publishes what a blocking source gives, on a thread of the subscriber's own and only as fast as the subscriber asks. */
final class Pulled<T> implements Publisher<T> {

    /** Where the values come from; empty at the end. */
    @FunctionalInterface
    interface Source<T> {
        Optional<T> next() throws InterruptedException;
    }

    private final Source<T> source;
    private final Executor threads;

    Pulled(Source<T> source, Executor threads) {
        this.source = source;
        this.threads = threads;
    }

    @Override
    public void subscribe(Subscriber<? super T> subscriber) {
        Pull pull = new Pull(subscriber);
        subscriber.onSubscribe(pull);
        threads.execute(pull::run);
    }

    private final class Pull implements Subscription {

        private final Subscriber<? super T> subscriber;
        private long wanted;
        private boolean cancelled;

        Pull(Subscriber<? super T> subscriber) {
            this.subscriber = subscriber;
        }

        void run() {
            try {
                while (granted()) {
                    Optional<T> value = source.next();
                    if (value.isEmpty()) {
                        subscriber.onComplete();
                        return;
                    }
                    subscriber.onNext(value.get());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                subscriber.onComplete();
            }
        }

        /** Waits for demand; false when nobody wants more. */
        private synchronized boolean granted() throws InterruptedException {
            while (wanted == 0 && !cancelled) {
                wait();
            }
            wanted--;
            return !cancelled;
        }

        @Override
        public synchronized void request(long count) {
            wanted = wanted > Long.MAX_VALUE - count ? Long.MAX_VALUE : wanted + count;
            notifyAll();
        }

        @Override
        public synchronized void cancel() {
            cancelled = true;
            notifyAll();
        }
    }
}
