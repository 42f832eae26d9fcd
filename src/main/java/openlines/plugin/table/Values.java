package openlines.plugin.table;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import openlines.bot.Reply;
import openlines.bot.Settings;
import openlines.bot.Translations;
import openlines.bot.Turn;
import openlines.bot.WorkingHours;

/** What a text's braces are filled with. */
final class Values {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final Settings settings;
    private final WorkingHours hours;
    private final Supplier<Translations> translations;

    Values(Settings settings, WorkingHours hours, Supplier<Translations> translations) {
        this.settings = settings;
        this.hours = hours;
        this.translations = translations;
    }

    /** What {@link Turn#words} has in every turn. */
    static Set<String> ofTurn() {
        return new LinkedHashSet<>(List.of("customer.name", "customer.id", "channel", "line", "language", "text"));
    }

    /** All names a text of the bot may use anywhere. */
    static Set<String> names(Names names) {
        Set<String> all = ofTurn();
        all.addAll(List.of("today", "time", "summary"));
        if (names.hasHours()) {
            all.addAll(List.of("hours.today", "hours.next"));
        }
        names.settings().forEach(setting -> all.add("settings." + setting));
        return all;
    }

    Map<String, String> at(Moment moment) {
        Turn turn = moment.turn();
        Locale locale = Locale.of(turn.language());
        Map<String, String> values = new LinkedHashMap<>(turn.words());
        ZonedDateTime now = turn.time();
        values.put("today", date(now.toLocalDate(), locale));
        values.put("time", CLOCK.format(now));
        values.put("summary", turn.summary());
        values.put("hours.today", hours.words(now.toLocalDate()));
        values.put(
                "hours.next",
                hours.nextOpening(now).map(opens -> opening(now, opens, locale)).orElse(""));
        settings.values()
                .forEach((name, value) ->
                        values.put("settings." + name, translations.get().find(turn.language(), value)));
        moment.answers().forEach((slot, answer) -> values.put(slot, shown(answer, turn.language(), locale)));
        return values;
    }

    private String shown(String answer, String language, Locale locale) {
        try {
            return date(LocalDate.parse(answer), locale);
        } catch (DateTimeParseException noDate) {
            return translations.get().find(language, answer);
        }
    }

    private static String opening(ZonedDateTime now, ZonedDateTime opens, Locale locale) {
        if (opens.toLocalDate().equals(now.toLocalDate())) {
            return CLOCK.format(opens);
        }
        String day = opens.isBefore(now.plusDays(6))
                ? opens.getDayOfWeek().getDisplayName(TextStyle.FULL, locale)
                : date(opens.toLocalDate(), locale);
        return day + ", " + CLOCK.format(opens);
    }

    private static String date(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }

    /** A text that no customer reads, in the bot's own language; what is only one value stays as it is. */
    String fill(String text, Moment moment) {
        Map<String, String> all = at(moment);
        String name = text.startsWith("{") && text.endsWith("}") ? text.substring(1, text.length() - 1) : "";
        return all.containsKey(name)
                ? all.getOrDefault(name, "")
                : Reply.say(text, all).in(Translations.NONE, "");
    }

    WorkingHours hours() {
        return hours;
    }
}
