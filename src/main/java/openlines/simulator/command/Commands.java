package openlines.simulator.command;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import openlines.simulator.engine.Stock;

/** All slash commands. */
@Singleton
public final class Commands extends Stock<Command> {

    Commands() {
        super("commands", Command.class, 71);
    }

    public Command add(Function<Long, Command> made) {
        long id = shelf.nextId();
        return shelf.put(id, made.apply(id));
    }

    public Command put(Command command) {
        return shelf.put(command.id(), command);
    }

    public void remove(Command command) {
        shelf.remove(command.id());
    }

    public Optional<Command> find(long bot, String word) {
        return of(bot).stream().filter(command -> command.word().equals(word)).findFirst();
    }

    public List<Command> of(long bot) {
        return shelf.all().stream().filter(command -> command.botId() == bot).toList();
    }

    public List<Command> named(String word) {
        return shelf.all().stream()
                .filter(command -> command.word().equals(word))
                .toList();
    }
}
