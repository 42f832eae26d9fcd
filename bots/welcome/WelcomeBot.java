package welcome;

import static openlines.bot.Reply.ask;
import static openlines.bot.Reply.finish;
import static openlines.bot.Reply.handoff;
import static openlines.bot.Reply.keyboard;
import static openlines.bot.Reply.say;
import static openlines.bot.Reply.silence;

import java.time.Duration;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import openlines.bot.Ask;
import openlines.bot.Bot;
import openlines.bot.Choice;
import openlines.bot.Dialog;
import openlines.bot.Go;
import openlines.bot.Keyboard;
import openlines.bot.Name;
import openlines.bot.Phone;
import openlines.bot.Reply;
import openlines.bot.Settings;
import openlines.bot.Turn;
import openlines.bot.WorkingHours;

/** The first to answer: greets, names what it can, and knows when to call a colleague. */
public final class WelcomeBot implements Bot {
    private static final Duration REMINDER = Duration.ofMinutes(10);
    private static final Duration GOODBYE = Duration.ofHours(2);

    private static final Keyboard CAN = keyboard(
            "Prices", new Go("price.ask"),
            "Opening hours", new Go("opening.hours"),
            "Call me back", new Go("callback.request"),
            "Talk to a person", new Go("human.please"));

    /** What is asked before somebody calls. */
    record Callback(
            @Ask("What is your name?") @Name String name,

            @Ask(
                    value = "Thank you, {name}. Which number shall we call?",
                    again = "I need the whole number, with its area code.")
            @Phone
            String phone,

            @Ask("When does it suit you?") @Choice({"in the morning", "in the afternoon"})
            Optional<String> when) {}

    private final String prices;
    private final WorkingHours hours;

    public WelcomeBot(Settings settings, WorkingHours hours) {
        this.prices = settings.get("prices");
        this.hours = hours;
    }

    @Override
    public void define(Dialog on) {
        on.welcome(turn -> greet(turn, "Hello, {customer.name|and welcome}! I can tell you this:"));
        on.returned(turn -> greet(turn, "I am with you again. What else can I do?"));

        on.intent("greeting", turn -> greet(turn, "Hello! What can I do for you?"));
        on.intent("help", turn -> greet(turn, "I can tell you this:"));
        on.intent(
                "price.ask",
                turn -> say(prices)
                        .with(keyboard(
                                "Opening hours", new Go("opening.hours"), "Call me back", new Go("callback.request"))));
        on.intent("opening.hours", this::openingHours);
        on.intent("callback.request", turn -> ask(Callback.class));
        on.submit(Callback.class, this::callBack);
        on.intent("human.please", this::callColleague);
        on.intent("complaint", turn -> say("I am sorry to hear that.").then(callColleague(turn)));
        on.intent("thanks", turn -> say("You are welcome!"));
        on.intent("yes", turn -> say("Good."));
        on.intent("goodbye", turn -> say("Goodbye!").then(finish()));
        on.command("help", turn -> greet(turn, "I can tell you this:"));

        on.idle(REMINDER, turn -> turn.asking() ? say("Are you still there?") : silence());
        on.idle(GOODBYE, turn -> finish());
        on.otherwise(turn -> turn.misunderstood() < 2
                ? say("Sorry, I did not understand. This is what I can:").with(CAN)
                : callColleague(turn));
    }

    private Reply greet(Turn turn, String words) {
        return say(words, turn.words()).with(CAN);
    }

    private Reply openingHours(Turn turn) {
        if (hours.openAt(turn.time())) {
            return say("We are open today: {}.", hours.words(turn.time().toLocalDate()));
        }
        return hours.nextOpening(turn.time())
                .<Reply>map(opens -> say(
                        "We are closed now, and open again on {} at {}.",
                        opens.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.of(turn.language())),
                        opens.toLocalTime()))
                .orElseGet(() -> say("We are closed now."));
    }

    private Reply callBack(Turn turn, Callback form) {
        return say("{}, we will call you at {}.", form.name(), form.phone())
                .then(handoff()
                        .noting("Call back: " + form.phone() + " " + form.name()
                                + form.when().map(when -> ", " + when).orElse("")));
    }

    private Reply callColleague(Turn turn) {
        return say("I am calling a colleague. One moment, please.")
                .then(handoff().noting(turn.summary()));
    }
}
