package openlines.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import openlines.store.Database;
import openlines.store.Outbox;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists what could not be sent, and has it sent again. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        description = "Lists the messages that could not be sent; sends them again, or throws them away.")
final class DeadLettersCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Mixin
    RuntimeOptions options = new RuntimeOptions();

    @Option(
            names = "--send",
            paramLabel = "N",
            description =
                    "Sends this one again: at once where the store is PostgreSQL, else with the runtime's next start.")
    List<Long> send = List.of();

    @Option(names = "--discard", paramLabel = "N", description = "Throws this one away.")
    List<Long> discard = List.of();

    @Option(names = "--texts", description = "Shows what was to be said, too.")
    boolean texts;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (var database = Database.open(options.withoutBots().database())) {
            var outbox = new Outbox(database);
            long now = java.time.InstantSource.system().millis();
            send.forEach(letter -> out.println(
                    outbox.revive(letter, now).isPresent() ? letter + " waits to be sent" : letter + " is not there"));
            discard.forEach(
                    letter -> out.println(outbox.discard(letter) ? letter + " thrown away" : letter + " is not there"));
            List<Outbox.DeadLetter> letters = outbox.deadLetters();
            letters.forEach(letter -> out.printf(
                    "%d  %s  portal %d  chat %d  %s%s%n",
                    letter.id(),
                    Instant.ofEpochMilli(letter.diedAt()),
                    letter.dialog().portal(),
                    letter.dialog().chat(),
                    letter.reason(),
                    texts ? "  " + letter.body() : ""));
            out.println(letters.isEmpty() ? "no dead letters" : letters.size() + " dead letters");
        }
        return 0;
    }
}
