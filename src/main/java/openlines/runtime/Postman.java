package openlines.runtime;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import openlines.bitrix24.event.DialogEvent.Where;
import openlines.bitrix24.rest.Answer;
import openlines.bitrix24.rest.Call;
import openlines.bitrix24.rest.Calls;
import openlines.bitrix24.rest.KnownPortals;
import openlines.bitrix24.rest.Problem;
import openlines.runtime.Owner.Holder;
import openlines.store.BotEntry;
import openlines.store.Claim;
import openlines.store.DialogKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one letter: asks again who holds the session, and says what became of it. */
final class Postman {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final long LONGEST_PAUSE_MILLIS = 300_000;

    private final Calls calls;
    private final KnownPortals portals;
    private final Owner owner;
    private final InstantSource clock;
    private final int attempts;

    Postman(Calls calls, KnownPortals portals, Owner owner, InstantSource clock, int attempts) {
        this.calls = calls;
        this.portals = portals;
        this.owner = owner;
        this.clock = clock;
        this.attempts = attempts;
    }

    /** What became of a letter. */
    sealed interface Fate {
        /** Sent, or done already. */
        record Settled() implements Fate {}

        /** Somebody else holds the session: it is not said. */
        record Withheld() implements Fate {}

        /** To be tried again. */
        record Later(long moment) implements Fate {}

        /** Given up. */
        record Dead(String reason) implements Fate {}
    }

    Fate send(DialogKey dialog, Remembered here, Claim.Letter stored) {
        Where where = here.where();
        long now = clock.millis();
        if (stored.notBefore() > now) {
            return new Fate.Later(stored.notBefore());
        }
        Optional<BotEntry> bot = portals.bot(dialog.portal(), dialog.bot());
        if (bot.isEmpty()) {
            return new Fate.Dead("the bot is not registered any more");
        }
        Letter letter = Documents.letter(stored.body());
        try {
            if (!where.line().connector().isEmpty() && isHeldByAnother(dialog, here)) {
                return new Fate.Withheld();
            }
        } catch (Owner.Unanswered e) {
            return refused(stored, new Problem.Unreachable("who holds the session"));
        }
        Answer answer =
                calls.ask(dialog.portal(), Wording.of(letter, where, bot.get())).join();
        if (!(letter instanceof Letter.Message)) {
            owner.forget(dialog);
        }
        return answer.map(_ -> new Fate.Settled(), problem -> refused(dialog, where, stored, letter, problem));
    }

    private boolean isHeldByAnother(DialogKey dialog, Remembered here) {
        Owner.Held held = owner.before(dialog);
        return held.holder() == Holder.ANOTHER && !here.besides(held.owner());
    }

    private Fate refused(DialogKey dialog, Where where, Claim.Letter stored, Letter letter, Problem problem) {
        if (problem instanceof Problem.Rejected rejected) {
            if (letter instanceof Letter.ToQueue && rejected.is("WRONG_CHAT")) {
                return new Fate.Settled(); // a person has it already: that is what was asked for
            }
            if ((letter instanceof Letter.ToEmployee || letter instanceof Letter.ToLine)
                    && rejected.is("OPERATOR_WRONG")) {
                return toQueue(dialog, where, stored);
            }
        }
        return refused(stored, problem);
    }

    /** Whom the bot named can't take it: better any colleague than none. */
    private Fate toQueue(DialogKey dialog, Where where, Claim.Letter stored) {
        Call call = new Call("imopenlines.bot.session.operator", java.util.Map.of("CHAT_ID", where.chatId()));
        return calls.ask(dialog.portal(), call)
                .join()
                .map(_ -> new Fate.Settled(), problem -> refused(stored, problem));
    }

    private Fate refused(Claim.Letter stored, Problem problem) {
        if (!problem.mayPass()) {
            return new Fate.Dead(problem.words());
        }
        if (stored.attempts() + 1 >= attempts) {
            return new Fate.Dead(problem.words() + ", " + attempts + " times");
        }
        LOG.info("a letter waits: {}", problem.words());
        Instant now = clock.instant();
        long pause = Math.min(LONGEST_PAUSE_MILLIS, 1_000L << Math.min(20, stored.attempts()));
        long jitter = ThreadLocalRandom.current().nextLong(1 + pause / 4);
        return new Fate.Later(
                problem instanceof Problem.Exhausted(var until) && until.isAfter(now)
                        ? until.toEpochMilli()
                        : now.toEpochMilli() + pause + jitter);
    }
}
