package openlines.nlp.entity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import openlines.nlp.text.Letters;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What one language calls numbers, days, hours and money; read from {@code <language>.yml} beside this class. */
final class Lexicon {
    static final Set<String> KNOWN = Set.of("en", "ru", "de");
    private static final Map<String, Lexicon> LOADED = new ConcurrentHashMap<>();

    final String language;
    final boolean decimalComma;
    final String compound;
    final String halfEnding;
    final Map<String, Integer> numbers;
    final Map<String, Integer> multipliers;
    final Map<String, Integer> articles;
    final Map<String, Integer> ordinals;
    final Map<String, Integer> months;
    final Map<String, Integer> weekdays;
    final Map<String, Integer> minutes;
    final Map<String, Integer> hours;
    final Map<String, Integer> hoursOf;
    final Map<String, Integer> halfHours;
    final Map<String, BigDecimal> fractions;
    final Map<String, String> units;
    final Map<String, String> currencies;
    final Map<String, String> daypartEndings;
    final Set<String> joiners;
    final Set<String> suffixes;
    final Set<String> percents;
    final Set<String> notHour;
    final Set<String> weakWeekdays;
    final Set<String> weekdayLeads;
    final Set<String> pastVerbs;
    final Set<String> aheadLeads;
    final Phrases<String> halves;
    final Phrases<String> durations;
    /** "A half of": before a thousand or a million only. */
    final Phrases<String> halfOf;
    /** "And a half", after a number. */
    final Phrases<String> halfMore;

    private final Map<String, Object> all;

    @SuppressWarnings("unchecked")
    private Lexicon(String language, Map<String, Object> all) {
        this.language = language;
        this.all = all;
        decimalComma = ",".equals(all.get("decimal"));
        compound = String.valueOf(all.getOrDefault("compound", ""));
        halfEnding = String.valueOf(all.getOrDefault("half-ending", ""));
        numbers = folded("numbers", Integer.class::cast);
        multipliers = folded("multipliers", Integer.class::cast);
        articles = folded("articles", Integer.class::cast);
        ordinals = folded("ordinals", Integer.class::cast);
        months = folded("months", Integer.class::cast);
        weekdays = folded("weekdays", Integer.class::cast);
        minutes = folded("minutes", Integer.class::cast);
        hours = folded("hours", Integer.class::cast);
        hoursOf = folded("hours-of", Integer.class::cast);
        halfHours = folded("half-hours", Integer.class::cast);
        fractions = folded("fractions", each -> new BigDecimal(String.valueOf(each)));
        units = folded("units", String::valueOf);
        daypartEndings = folded("daypart-endings", String::valueOf);
        currencies = folded("currencies", String::valueOf);
        joiners = set("joiners");
        suffixes = set("ordinal-suffixes");
        percents = set("percents");
        notHour = set("not-hour");
        weakWeekdays = set("weak-weekdays");
        weekdayLeads = set("weekday-leads");
        pastVerbs = set("past-verbs");
        aheadLeads = set("ahead-leads");
        Map<String, String> halfWords = new HashMap<>(folded("halves", String::valueOf));
        halfWords.putAll((Map<String, String>) all.getOrDefault("half-phrases", Map.of()));
        halves = new Phrases<>(halfWords);
        durations = phrases("fixed-durations", String::valueOf);
        halfOf = phrases("half-of");
        halfMore = phrases("half-more");
    }

    /** The language's lexicon; English for one that has none. */
    static Lexicon of(String language) {
        return LOADED.computeIfAbsent(KNOWN.contains(language) ? language : "en", Lexicon::load);
    }

    private static Lexicon load(String language) {
        try (InputStream file = Lexicon.class.getResourceAsStream(language + ".yml")) {
            if (file == null) {
                throw new IllegalStateException("no lexicon for " + language);
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return new Lexicon(language, new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Templates of one meaning, as written. */
    @SuppressWarnings("unchecked")
    List<String> templates(String meaning) {
        return ((List<Object>) all.getOrDefault(meaning, List.of()))
                .stream().map(String::valueOf).toList();
    }

    /** Fixed phrases of one kind. */
    <T> Phrases<T> phrases(String kind, Function<Object, T> value) {
        return new Phrases<>(map(kind, value));
    }

    /** Phrases that stand for themselves, of one kind or several. */
    Phrases<String> phrases(String... kinds) {
        Map<String, String> phrases = new HashMap<>();
        for (String kind : kinds) {
            templates(kind).forEach(phrase -> phrases.put(phrase, kind));
        }
        return new Phrases<>(phrases);
    }

    @SuppressWarnings("unchecked")
    private <T> Map<String, T> map(String kind, Function<Object, T> value) {
        Map<String, T> map = new HashMap<>();
        ((Map<Object, Object>) all.getOrDefault(kind, Map.of()))
                .forEach((key, each) -> map.put(String.valueOf(key), value.apply(each)));
        return map;
    }

    private <T> Map<String, T> folded(String kind, Function<Object, T> value) {
        Map<String, T> map = new HashMap<>();
        map(kind, value).forEach((key, each) -> map.put(Letters.fold(key), each));
        return Map.copyOf(map);
    }

    private Set<String> set(String kind) {
        Set<String> set = new HashSet<>();
        templates(kind).forEach(word -> set.add(Letters.fold(word)));
        return Set.copyOf(set);
    }
}
