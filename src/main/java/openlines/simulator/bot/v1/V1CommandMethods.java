package openlines.simulator.bot.v1;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import openlines.simulator.bot.Bot;
import openlines.simulator.bot.Bots;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Draft;
import openlines.simulator.chat.Messages;
import openlines.simulator.command.Command;
import openlines.simulator.command.Commands;
import openlines.simulator.method.Group;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.RestMethod;
import openlines.simulator.rest.RestMethods;
import openlines.simulator.rest.Value;
import org.jspecify.annotations.Nullable;

/** {@code imbot.command.*}: slash commands of the first generation. */
@Singleton
final class V1CommandMethods implements RestMethods {

    private final V1Access access;
    private final V1Handlers handlers;
    private final V1Drafts drafts;
    private final Commands commands;
    private final Bots bots;
    private final Messages messages;

    V1CommandMethods(
            V1Access access, V1Handlers handlers, V1Drafts drafts, Commands commands, Bots bots, Messages messages) {
        this.access = access;
        this.handlers = handlers;
        this.drafts = drafts;
        this.commands = commands;
        this.bots = bots;
        this.messages = messages;
    }

    @Override
    public List<RestMethod> methods() {
        return Group.of("imbot")
                .add("imbot.command.register", this::register)
                .add("imbot.command.update", this::update)
                .add("imbot.command.unregister", this::unregister)
                .add("imbot.command.answer", this::answer)
                .methods();
    }

    /** Latin letters and digits only; the same word of the same bot gives the command back (assumed). */
    private Object register(Call call) {
        access.owner(call);
        Parameters params = call.params();
        String url = handlers.command(params);
        String word = params.text("COMMAND", "").strip();
        if (word.isEmpty()) {
            throw RestError.of("COMMAND_ERROR", "Command isn't specified");
        }
        Bot bot = access.bot(call);
        Localised texts = Localised.read(params.list("LANG"));
        if (texts.titles.isEmpty()) {
            throw RestError.of("LANG_ERROR", "Lang set can't be empty");
        }
        if (!word.matches("[A-Za-z0-9]+")) {
            throw RestError.of("WRONG_REQUEST", "Command can't be created");
        }
        Optional<Command> known = commands.find(bot.id(), word);
        if (known.isPresent()) {
            return known.get().id();
        }
        return commands.add(id -> new Command(
                        id,
                        bot.id(),
                        word,
                        texts.titles,
                        texts.hints,
                        params.flag("COMMON", false),
                        params.flag("HIDDEN", false),
                        params.flag("EXTRANET_SUPPORT", false),
                        url))
                .id();
    }

    /** Titles and hints by language. */
    private record Localised(Map<String, String> titles, Map<String, String> hints) {
        static Localised read(List<@Nullable Object> given) {
            Localised texts = new Localised(new TreeMap<>(), new TreeMap<>());
            for (Object one : given) {
                Parameters lang = new Parameters(Value.map(one));
                String language = lang.text("LANGUAGE_ID", "");
                if (!language.isEmpty() && !lang.blank("TITLE")) {
                    texts.titles.put(language, lang.text("TITLE", ""));
                    lang.text("PARAMS").ifPresent(hint -> texts.hints.put(language, hint));
                }
            }
            return texts;
        }
    }

    private Object update(Call call) {
        Command old = owned(call);
        Parameters fields = call.params().tree("FIELDS");
        boolean nothing = Stream.of("COMMAND", "EVENT_COMMAND_ADD", "HIDDEN", "EXTRANET_SUPPORT", "LANG")
                .noneMatch(fields::has);
        if (nothing) {
            throw RestError.of("WRONG_REQUEST", "Update fields can't be empty");
        }
        String url = fields.blank("EVENT_COMMAND_ADD") ? old.handlerUrl() : handlers.command(fields);
        String word = fields.text("COMMAND", old.word()).strip();
        boolean taken = commands.find(old.botId(), word)
                .filter(other -> other.id() != old.id())
                .isPresent();
        if (taken || !word.matches("[A-Za-z0-9]+")) {
            throw RestError.of("WRONG_REQUEST", "Command can't be updated");
        }
        Localised texts = Localised.read(fields.list("LANG"));
        boolean same = texts.titles.isEmpty();
        commands.put(new Command(
                old.id(),
                old.botId(),
                word,
                same ? old.titles() : texts.titles,
                same ? old.hints() : texts.hints,
                old.common(),
                fields.flag("HIDDEN", old.hidden()),
                fields.flag("EXTRANET_SUPPORT", old.extranetSupport()),
                url));
        return true;
    }

    private Object unregister(Call call) {
        commands.remove(owned(call));
        return true;
    }

    /** The chat is that of the message, the bot that of the command; it need not be in the chat. */
    private Object answer(Call call) {
        Command command = call.params().blank("COMMAND_ID") ? ownedByWord(call) : owned(call);
        long id = call.params().id("MESSAGE_ID");
        if (id == 0) {
            throw RestError.of("MESSAGE_ID_EMPTY", "Message ID can't be empty");
        }
        Bot bot = bots.find(command.botId()).orElseThrow(V1Access::noBot);
        Draft draft = drafts.draft(call.params(), bot, false);
        Chat chat = messages.find(id).flatMap(access::chatOf).orElseThrow(V1Drafts::notAdded);
        return messages.post(chat, draft).id();
    }

    private Command owned(Call call) {
        String owner = access.owner(call);
        Command command = commands.find(call.params().id("COMMAND_ID")).orElseThrow(V1CommandMethods::noCommand);
        if (bots.find(command.botId()).filter(bot -> bot.owner().equals(owner)).isEmpty()) {
            throw RestError.of("APP_ID_ERROR", "Command was installed by another rest application");
        }
        return command;
    }

    private Command ownedByWord(Call call) {
        String owner = access.owner(call);
        return commands.named(call.params().text("COMMAND", "")).stream()
                .filter(command -> bots.find(command.botId())
                        .filter(bot -> bot.owner().equals(owner))
                        .isPresent())
                .findFirst()
                .orElseThrow(V1CommandMethods::noCommand);
    }

    private static RestError noCommand() {
        return RestError.of("COMMAND_ID_ERROR", "Command not found");
    }
}
