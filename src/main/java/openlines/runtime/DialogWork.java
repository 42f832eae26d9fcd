package openlines.runtime;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import openlines.bitrix24.event.DialogEvent;
import openlines.bot.Timer;
import openlines.runtime.Pipeline.Turned;
import openlines.runtime.Postman.Fate;
import openlines.store.Claim;
import openlines.store.DialogKey;
import openlines.store.Dialogs;
import openlines.store.Outbox;
import openlines.store.TurnEffect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that waits in one dialog, in order: its letters, then its next event, then its timers. While one is at it,
 * nobody else is, on this node or another.
 */
final class DialogWork {
    private static final Logger LOG = LoggerFactory.getLogger(DialogWork.class);
    static final long AFTER_FAILURE_MILLIS = 5_000;
    private static final long LONGEST_PAUSE_MILLIS = 60_000;

    private final Dialogs dialogs;
    private final Outbox outbox;
    private final Pipeline pipeline;
    private final Postman postman;
    private final Waking waking;
    private final Recollections recollections = new Recollections();
    private final Map<DialogKey, Integer> retries = new ConcurrentHashMap<>();

    DialogWork(Dialogs dialogs, Outbox outbox, Pipeline pipeline, Postman postman, Waking waking) {
        this.dialogs = dialogs;
        this.outbox = outbox;
        this.pipeline = pipeline;
        this.postman = postman;
        this.waking = waking;
    }

    /** The clock, what rings by it, how long a claim holds, and what is counted. */
    record Waking(InstantSource clock, Alarms alarms, Duration lease, Meters meters) {
        long until() {
            return clock.millis() + lease.toMillis();
        }
    }

    /** How far a dialog's work is: what waits still, and what is remembered. */
    private record At(Claim claim, Remembered remembered) {
        At with(Claim other) {
            return new At(other, remembered);
        }
    }

    /** Does all that can be done now. */
    void run(DialogKey key) {
        boolean more = true;
        while (more) {
            Optional<Claim> claim = dialogs.claim(key, waking.clock().millis(), waking.until());
            if (claim.isEmpty()) {
                dialogs.tellCame(key);
            }
            more = claim.isPresent() && through(claim.get()) && dialogs.waits(claim.get());
        }
    }

    /** False where it has to wait for time, or is not ours any more. */
    private boolean through(Claim claim) {
        try {
            var at = new At(claim, recollections.of(claim));
            while (hasWork(at.claim())) {
                Optional<At> after = step(at);
                if (after.isEmpty()) {
                    return false;
                }
                at = after.get();
            }
            retries.remove(claim.key());
            dialogs.release(at.claim());
            return true;
        } catch (Owner.Unanswered e) {
            LOG.info("dialog {} waits: {}", claim.key(), e.getMessage());
            later(claim.key());
            return false;
        } finally {
            dialogs.release(claim.id());
        }
    }

    private boolean hasWork(Claim claim) {
        if (!claim.letters().isEmpty() || !claim.events().isEmpty()) {
            return true;
        }
        if (claim.timers().isEmpty()) {
            return false;
        }
        long due = claim.timers().getFirst().dueAt();
        if (due > waking.clock().millis()) {
            waking.alarms().at(due, claim.key());
            return false;
        }
        return true;
    }

    private void later(DialogKey key) {
        int times = retries.merge(key, 1, Integer::sum);
        long pause = Math.min(LONGEST_PAUSE_MILLIS, 500L << Math.min(10, times));
        waking.alarms()
                .at(
                        waking.clock().millis()
                                + pause
                                + ThreadLocalRandom.current().nextLong(1 + pause / 4),
                        key);
    }

    /** One thing; empty where it could not be finished. */
    private Optional<At> step(At at) {
        Claim claim = at.claim();
        if (!claim.letters().isEmpty()) {
            return letter(claim, at.remembered()).map(at::with);
        }
        if (!claim.events().isEmpty()) {
            return event(at, claim.events().getFirst());
        }
        Claim.Due due = claim.timers().getFirst();
        return commit(claim, pipeline.due(claim.key(), at.remembered(), due), 0, new TurnEffect.Fired(due.id()));
    }

    private Optional<Claim> letter(Claim claim, Remembered remembered) {
        if (!dialogs.holds(claim.id(), waking.clock().millis(), waking.until())) {
            LOG.warn("dialog {}: the claim was lost to another node; its letters are that node's", claim.key());
            return Optional.empty();
        }
        Claim.Letter letter = claim.letters().getFirst();
        Claim rest = claim.withoutFirstLetter();
        Fate fate = postman.send(claim.key(), remembered, letter);
        switch (fate) {
            case Fate.Settled _ -> {
                settled(letter, rest);
                waking.meters().letter("sent");
            }
            case Fate.Withheld _ -> {
                settled(letter, rest);
                waking.meters().letter("withheld");
            }
            case Fate.Dead(var reason) -> {
                LOG.error("dialog {}: a letter is dead: {}", claim.key(), reason);
                outbox.dead(letter, claim.key(), reason, waking.clock().millis());
                waking.meters().letter("dead");
            }
            case Fate.Later(var moment) -> {
                if (moment != letter.notBefore()) {
                    outbox.later(letter.id(), moment);
                    waking.meters().letter("later");
                }
                waking.alarms().at(moment, claim.key());
                return Optional.empty();
            }
        }
        return Optional.of(rest);
    }

    /** With the last thing to do the dialog is let go too. */
    private void settled(Claim.Letter letter, Claim rest) {
        if (hasWork(rest)) {
            outbox.settled(letter.id());
        } else {
            dialogs.releaseSettled(rest, letter.id());
        }
    }

    private Optional<At> event(At at, Claim.Event stored) {
        Claim claim = at.claim();
        DialogEvent event = Documents.event(stored.body());
        return commit(claim, pipeline.event(claim.key(), at.remembered(), event), stored.id(), new TurnEffect.Kept());
    }

    /** State, letters, timers and "done" in one transaction; what was loaded before is then the next to do. */
    private Optional<At> commit(Claim claim, Turned turned, long event, TurnEffect.Timers unlessTurned) {
        long now = waking.clock().millis();
        String body = recollections.written(claim.key(), turned.remembered());
        boolean silenced = turned.outcome().isEmpty() && turned.remembered().person();
        TurnEffect.Timers timers = turned.outcome()
                .map(outcome -> replaced(claim, outcome.timers()))
                .orElse(silenced ? replaced(claim, List.of()) : unlessTurned);
        var effect = new TurnEffect(claim.id(), body, waking.until(), event, Pipeline.letters(turned), timers, now);
        Optional<TurnEffect.Left> left = dialogs.commit(effect);
        if (left.isEmpty()) {
            LOG.warn("dialog {}: the claim was lost to another node; the turn is not counted", claim.key());
        }
        return left.map(written -> {
            var events = new ArrayList<>(claim.events());
            events.removeIf(one -> one.id() == event);
            List<Claim.Due> due = written.timers()
                    .orElseGet(() -> claim.timers().stream()
                            .filter(timer -> !(timers instanceof TurnEffect.Fired(var id) && id == timer.id()))
                            .toList());
            return new At(
                    new Claim(claim.id(), claim.key(), body, events, written.letters(), due), turned.remembered());
        });
    }

    private static TurnEffect.Timers replaced(Claim claim, List<Timer> by) {
        return by.isEmpty() && claim.timers().isEmpty()
                ? new TurnEffect.Kept()
                : new TurnEffect.Replaced(by.stream()
                        .map(timer ->
                                new TurnEffect.Set(timer.name(), timer.after().toMillis()))
                        .toList());
    }
}
