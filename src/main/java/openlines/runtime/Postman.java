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
        String number = here.session() + "." + stored.id();
        if (letter instanceof Letter.Lead && stored.attempts() > 0) {
            Optional<Fate> earlier = ofEarlierAttempt(dialog, stored, number);
            if (earlier.isPresent()) {
                return earlier.get();
            }
        }
        Answer answer = calls.ask(dialog.portal(), Wording.of(letter, where, bot.get(), number))
                .join();
        if (!(letter instanceof Letter.Message)) {
            owner.forget(dialog);
        }
        if (letter instanceof Letter.ToQueue && isWrongChat(answer)) {
            return waitsAlready(dialog, here, stored, bot.get());
        }
        return answer.map(_ -> new Fate.Settled(), problem -> refused(dialog, where, stored, letter, problem));
    }

    /** An attempt whose answer was lost may have made the lead; while nobody can tell, none is made. */
    private Optional<Fate> ofEarlierAttempt(DialogKey dialog, Claim.Letter stored, String number) {
        return calls.ask(dialog.portal(), Leads.find(number))
                .join()
                .map(
                        body -> body.path("result").isEmpty() ? Optional.empty() : Optional.of(new Fate.Settled()),
                        problem -> Optional.of(refused(stored, problem)));
    }

    private boolean isHeldByAnother(DialogKey dialog, Remembered here) {
        Owner.Held held = owner.before(dialog);
        return held.holder() == Holder.ANOTHER && !here.besides(held.owner());
    }

    private Fate refused(DialogKey dialog, Where where, Claim.Letter stored, Letter letter, Problem problem) {
        if (letter instanceof Letter.Message message
                && !Wording.isPlain(message, where)
                && problem instanceof Problem.Rejected rejected
                && rejected.is("ACCESS_DENIED")) {
            LOG.info("dialog {}: the bot is not in the chat any more, and says nothing", dialog);
            return new Fate.Withheld();
        }
        boolean named = letter instanceof Letter.ToEmployee || letter instanceof Letter.ToLine;
        return named && problem instanceof Problem.Rejected rejected && rejected.is("OPERATOR_WRONG")
                ? toQueue(dialog, where, stored)
                : refused(stored, problem);
    }

    private static boolean isWrongChat(Answer answer) {
        return answer instanceof Answer.Refused(Problem.Rejected rejected) && rejected.is("WRONG_CHAT");
    }

    /**
     * "Operator is not a bot": a person has the dialog, which is what was asked for; or it waits in the queue, as it does
     * when a line called the bot in because nobody answered. Then it goes to its line anew, so that the next one is asked
     * (assumed: the page names the person only).
     */
    private Fate waitsAlready(DialogKey dialog, Remembered here, Claim.Letter stored, BotEntry bot) {
        try {
            if (isHeldByAnother(dialog, here)) {
                return new Fate.Settled();
            }
        } catch (Owner.Unanswered e) {
            return refused(stored, new Problem.Unreachable("who holds the session"));
        }
        return calls.ask(dialog.portal(), Wording.again(here.where(), bot))
                .join()
                .map(
                        _ -> new Fate.Settled(),
                        problem -> problem.mayPass() ? refused(stored, problem) : new Fate.Settled());
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
