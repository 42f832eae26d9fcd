package noanswer;

import static openlines.bot.Reply.ask;
import static openlines.bot.Reply.handoff;
import static openlines.bot.Reply.keyboard;
import static openlines.bot.Reply.remember;
import static openlines.bot.Reply.say;
import static openlines.bot.Reply.silence;

import java.time.Duration;
import openlines.bot.Ask;
import openlines.bot.Bot;
import openlines.bot.Dialog;
import openlines.bot.Go;
import openlines.bot.Keyboard;
import openlines.bot.Name;
import openlines.bot.Phone;
import openlines.bot.Reply;
import openlines.bot.Turn;

/** Comes when nobody answers: notes what is said, offers a call-back, and asks for the next operators, but nags nobody. */
public final class NoAnswerBot implements Bot {
    /** How long the customer's silence lasts before the next operator is asked for. */
    private static final Duration NEXT_TRY = Duration.ofMinutes(3);

    /** After so many operators in vain it asks no more of itself, and says once that it takes long. */
    private static final int IN_VAIN = 3;

    /** What is remembered once a call-back is agreed. */
    private static final String AGREED = "call back";

    /** The customer would rather wait. */
    record KeepWaiting() {}

    /** What somebody needs to know who calls back. */
    record Callback(
            @Ask("What is your name?") @Name String name,

            @Ask(value = "Which number shall we call, {name}?", again = "I need the whole number, with its area code.")
            @Phone
            String phone,

            @Ask("What is it about?") String about) {}

    private static final Keyboard OFFER =
            keyboard("Call me back", new Go("callback.request"), "I will wait", new KeepWaiting());

    @Override
    public void define(Dialog on) {
        on.noAnswer(this::keepCompany);
        on.welcome(turn -> say("Hello, {customer.name|and welcome}! How can we help you?", turn.words()));

        on.intent("callback.request", turn -> ask(Callback.class));
        on.submit(Callback.class, this::callBack);
        on.button(
                KeepWaiting.class, (turn, waiting) -> say("Good. I keep asking. Tell me meanwhile what it is about."));
        on.intent("human.please", turn -> nextOperator(turn, "I am asking the next colleague."));
        on.intent(
                "greeting",
                turn -> say("Hello! I stay with you until a colleague is free.").with(OFFER));
        on.intent("thanks", turn -> say("You are welcome!"));

        on.idle(
                NEXT_TRY,
                turn -> tries(turn) < IN_VAIN && !agreed(turn)
                        ? nextOperator(turn, "I am asking the next colleague.")
                        : silence());
        on.otherwise(turn -> say("I pass this on to my colleague.").with(OFFER));
    }

    /** The line calls the bot in again and again; a customer who says nothing need not hear the same each time. */
    private Reply keepCompany(Turn turn) {
        if (agreed(turn)) {
            return silence();
        }
        return switch (tries(turn)) {
            case 0 -> say("My colleagues are all busy just now, but I am here.").with(OFFER);
            case IN_VAIN ->
                say("It takes longer than usual today. Shall somebody call you back?")
                        .with(OFFER);
            default -> silence();
        };
    }

    private Reply callBack(Turn turn, Callback form) {
        return say("Thank you, {}. Somebody will call you at {}.", form.name(), form.phone())
                .then(remember(AGREED, form.phone()))
                .then(handoff().noting("Call back: " + form.phone() + " " + form.name() + "\n" + form.about()));
    }

    private Reply nextOperator(Turn turn, String words) {
        return remember("tries", String.valueOf(tries(turn) + 1))
                .then(say(words))
                .then(handoff().noting(turn.summary()));
    }

    private static boolean agreed(Turn turn) {
        return turn.remembered(AGREED).isPresent();
    }

    private static int tries(Turn turn) {
        return turn.remembered("tries").map(Integer::valueOf).orElse(0);
    }
}
