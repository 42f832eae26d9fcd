package openlines.simulator.bot.v2;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import openlines.simulator.bot.Bot;
import openlines.simulator.command.Command;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.engine.SettableClock;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.Value;
import org.jspecify.annotations.Nullable;

/** Reads {@code fields} of a command's registration and change. */
@Singleton
final class CommandForm {

    private static final LocalDate OLD_FORM_ENDS = LocalDate.of(2026, 9, 30);

    private final SettableClock clock;

    CommandForm(SettableClock clock) {
        this.clock = clock;
    }

    /** Parameters at the top, without {@code fields}, are the old form: understood until the end of September 2026. */
    Parameters fields(Call call) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        boolean old = !call.params().has("fields") && !today.isAfter(OLD_FORM_ENDS);
        return old ? call.params() : call.params().tree("fields");
    }

    /** Without the slash, whether one was given or not; empty where it is missing. */
    static Optional<String> word(Parameters fields) {
        if (fields.raw("command") != null && fields.text("command").isEmpty()) {
            throw RestError.of("COMMAND_NAME_INVALID", "Command name is invalid");
        }
        return fields.text("command").map(CommandForm::bare).filter(word -> !word.isEmpty());
    }

    private static String bare(String given) {
        String word = given.strip();
        return word.startsWith("/") ? word.substring(1) : word;
    }

    Command made(long id, Bot bot, String word, Parameters fields) {
        boolean hidden = fields.flag("hidden", false);
        Map<String, String> titles = texts(fields.tree("title"));
        if (titles.isEmpty() && !hidden) {
            throw RestError.of("COMMAND_TITLE_REQUIRED", "Command title is required");
        }
        return new Command(
                id,
                bot.id(),
                word,
                titles,
                texts(fields.tree("params")),
                fields.flag("common", false),
                hidden,
                fields.flag("extranetSupport", false),
                "");
    }

    /** Translations merge: a text sets, null takes away, what is missing stays; hints go with the titles' languages. */
    Command changed(Command old, Parameters fields) {
        if (fields.has("command") && word(fields).isEmpty()) {
            throw RestError.of("COMMAND_NAME_EMPTY", "Command name is empty");
        }
        Map<String, String> titles = new TreeMap<>(old.titles());
        Map<String, String> hints = new TreeMap<>(old.hints());
        JsonMap newHints = fields.tree("params").all();
        fields.tree("title").all().forEach((language, title) -> {
            merge(titles, language, title);
            if (title == null) {
                hints.remove(language);
            } else if (newHints.containsKey(language)) {
                merge(hints, language, newHints.get(language));
            }
        });
        return new Command(
                old.id(),
                old.botId(),
                word(fields).orElse(old.word()),
                titles,
                hints,
                fields.flag("common", old.common()),
                fields.flag("hidden", old.hidden()),
                fields.flag("extranetSupport", old.extranetSupport()),
                old.handlerUrl());
    }

    private static void merge(Map<String, String> texts, String language, @Nullable Object text) {
        Value.text(text).ifPresentOrElse(given -> texts.put(language, given), () -> texts.remove(language));
    }

    private static Map<String, String> texts(Parameters given) {
        Map<String, String> texts = new TreeMap<>();
        given.all().forEach((language, text) -> merge(texts, language, text));
        return texts;
    }
}
