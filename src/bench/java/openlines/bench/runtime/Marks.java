package openlines.bench.runtime;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** When each event was to be sent, and when the call that it led to arrived. A text carries its event's number. */
final class Marks {
    private static final int MOST = 4_000_000;

    private final AtomicLongArray sent = new AtomicLongArray(MOST);
    private final AtomicLongArray arrived = new AtomicLongArray(MOST);
    private final AtomicIntegerArray times = new AtomicIntegerArray(MOST);
    private final AtomicLong repeats = new AtomicLong();
    private final AtomicLong count = new AtomicLong();
    private volatile Semaphore outstanding = new Semaphore(0);

    /** The text of an event: a question that the trained model knows, with the number in it. */
    static String text(int number) {
        return "how much is it zq" + number + "q";
    }

    void limit(Semaphore permits) {
        outstanding = permits;
    }

    void sent(int number, long at) {
        sent.set(number, at);
    }

    /** Looks for numbers in a body, however it is encoded: letters and digits are the same everywhere. */
    void seen(byte[] body, long at) {
        for (int from = 0; from < body.length - 2; from++) {
            if (body[from] == 'z' && body[from + 1] == 'q') {
                int number = 0;
                int digit = from + 2;
                while (digit < body.length && body[digit] >= '0' && body[digit] <= '9') {
                    number = number * 10 + body[digit++] - '0';
                }
                if (digit > from + 2) {
                    arrived(number, at);
                }
            }
        }
    }

    private void arrived(int number, long at) {
        if (times.getAndIncrement(number) == 0) {
            arrived.set(number, at);
            count.incrementAndGet();
            outstanding.release();
        } else {
            repeats.incrementAndGet();
        }
    }

    long arrivals() {
        return count.get();
    }

    /** Calls that told a customer the same again. */
    long repeats() {
        return repeats.get();
    }

    /** From the moment an event was due to the arrival of its call, for events {@code from} until {@code to}, in order. */
    long[] latencies(int from, int to) {
        long[] latencies = new long[to - from];
        for (int number = from; number < to; number++) {
            latencies[number - from] = arrived.get(number) - sent.get(number);
        }
        java.util.Arrays.sort(latencies);
        return latencies;
    }
}
