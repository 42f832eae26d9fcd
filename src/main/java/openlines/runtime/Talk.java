package openlines.runtime;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import openlines.bot.DialogState;
import openlines.bot.Handoff;
import openlines.bot.Happening;
import openlines.bot.Outcome;
import openlines.bot.Reader;
import openlines.bot.Scene;
import openlines.bot.Understanding;
import openlines.nlp.Hint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a bot what happens next, and never waits for it longer than the limit. A bot that fails still answers. */
final class Talk {
    private static final Logger LOG = LoggerFactory.getLogger(Talk.class);

    /** So long a customer waits without a sign. */
    private static final long SOON_NANOS = 1_500_000_000L;

    private final Duration limit;
    private final Meters meters;

    Talk(Duration limit, Meters meters) {
        this.limit = limit;
        this.meters = meters;
    }

    /** {@code slow} is run once where the answer does not come soon. */
    Outcome with(HostedBot bot, Happening happening, Scene scene, DialogState before, Runnable slow) {
        try {
            return take(bot, happening, scene, before, slow);
        } catch (FailedTurn failure) {
            LOG.error("bot {} failed", bot.code(), failure.getCause());
            meters.failed(failure.why());
            return afterFailure(bot, failure.why(), scene, before);
        }
    }

    private Outcome afterFailure(HostedBot bot, String why, Scene scene, DialogState before) {
        try {
            return take(bot, new Happening.Failed(why), scene, before, () -> {});
        } catch (FailedTurn again) {
            LOG.error("bot {} failed at its own failure; the dialog goes to the queue", bot.code(), again.getCause());
            return new Outcome(
                    List.of(new Handoff(new Handoff.ToQueue(), "")),
                    before,
                    List.of(),
                    "failed",
                    Understanding.nothing("", scene.language()));
        }
    }

    private Outcome take(HostedBot bot, Happening happening, Scene scene, DialogState before, Runnable slow)
            throws FailedTurn {
        Reader reader = (text, language, expected) ->
                bot.reads().read(text, new Hint(language, expected, scene.zone(), scene.now()));
        var task = new FutureTask<>(() -> bot.conversation().take(happening, scene, before, reader));
        Thread thread = Thread.ofVirtual().name("turn-" + bot.code()).start(task);
        try {
            long soon = Math.min(SOON_NANOS, limit.toNanos());
            try {
                return task.get(soon, TimeUnit.NANOSECONDS);
            } catch (TimeoutException notSoon) {
                slow.run();
                return task.get(limit.toNanos() - soon, TimeUnit.NANOSECONDS);
            }
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new FailedTurn("threw " + cause.getClass().getSimpleName(), cause);
        } catch (TimeoutException e) {
            thread.interrupt();
            throw new FailedTurn("overran its time", e);
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new FailedTurn("was interrupted", e);
        }
    }

    private static final class FailedTurn extends Exception {
        private static final long serialVersionUID = 1L;

        FailedTurn(String why, Throwable cause) {
            super(why, cause);
        }

        String why() {
            return String.valueOf(getMessage());
        }
    }
}
