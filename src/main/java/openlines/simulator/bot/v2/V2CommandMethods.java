package openlines.simulator.bot.v2;

import jakarta.inject.Singleton;
import java.util.List;
import openlines.simulator.bot.Bot;
import openlines.simulator.command.Command;
import openlines.simulator.command.Commands;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.method.Group;
import openlines.simulator.portal.Users;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.RestMethod;
import openlines.simulator.rest.RestMethods;

/** {@code imbot.v2.Command.*}: slash commands, and the answers to them. */
@Singleton
final class V2CommandMethods implements RestMethods {

    private final V2Access access;
    private final Commands commands;
    private final CommandForm form;
    private final CommandAnswer answer;
    private final Users users;
    private final Revision revision;

    V2CommandMethods(
            V2Access access,
            Commands commands,
            CommandForm form,
            CommandAnswer answer,
            Users users,
            Revision revision) {
        this.access = access;
        this.commands = commands;
        this.form = form;
        this.answer = answer;
        this.users = users;
        this.revision = revision;
    }

    @Override
    public List<RestMethod> methods() {
        return Group.of("imbot")
                .add("imbot.v2.Command.register", this::register)
                .add("imbot.v2.Command.update", this::update)
                .add("imbot.v2.Command.list", this::list)
                .add("imbot.v2.Command.unregister", this::unregister)
                .add("imbot.v2.Command.answer", this::answer)
                .methods();
    }

    /** The same word of the same bot gives the command back, unchanged. */
    private Object register(Call call) {
        Bot bot = access.bot(call);
        Parameters fields = form.fields(call);
        String word =
                CommandForm.word(fields).orElseThrow(() -> RestError.of("COMMAND_REQUIRED", "Command is required"));
        Command command =
                commands.find(bot.id(), word).orElseGet(() -> commands.add(id -> form.made(id, bot, word, fields)));
        return JsonMap.of("command", json(command));
    }

    private Object update(Call call) {
        Bot bot = access.bot(call);
        Command old = command(call, bot);
        Command changed = form.changed(old, call.params().tree("fields"));
        boolean taken = commands.find(bot.id(), changed.word())
                .filter(other -> other.id() != old.id())
                .isPresent();
        if (taken) {
            throw RestError.of("COMMAND_ALREADY_EXISTS", "Command already exists");
        }
        return JsonMap.of("command", json(commands.put(changed)));
    }

    /** Empty titles and hints before revision 34. */
    private Object list(Call call) {
        Bot bot = access.bot(call);
        boolean told = revision.since(34);
        return JsonMap.of(
                "commands",
                commands.of(bot.id()).stream()
                        .map(command -> json(command)
                                .with("title", told ? command.title() : "")
                                .with("params", told ? command.hint() : "")
                                .with("category", users.get(bot.id()).name())
                                // the only value that any page shows
                                .with("context", "chat"))
                        .toList());
    }

    private Object unregister(Call call) {
        Bot bot = access.bot(call);
        commands.remove(command(call, bot));
        return V2Access.done();
    }

    private Object answer(Call call) {
        Bot bot = access.bot(call);
        answer.give(call, bot, commands.find(call.params().id("commandId")));
        return V2Access.done();
    }

    private Command command(Call call, Bot bot) {
        return commands.find(call.params().id("commandId"))
                .filter(command -> command.botId() == bot.id())
                .orElseThrow(() -> RestError.of("COMMAND_NOT_FOUND", "Command not found"));
    }

    private static JsonMap json(Command command) {
        return JsonMap.of("id", command.id())
                .with("botId", command.botId())
                .with("command", "/" + command.word())
                .with("common", command.common())
                .with("hidden", command.hidden())
                .with("extranetSupport", command.extranetSupport());
    }
}
