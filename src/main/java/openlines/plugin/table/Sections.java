package openlines.plugin.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import openlines.bot.Problem;
import openlines.bot.Settings;
import openlines.bot.Translations;
import openlines.bot.WorkingHours;
import openlines.plugin.yaml.Tree;

/** What bots of both spellings have in their {@code bot.yml}: settings, hours, and texts in other languages. */
public record Sections(Settings settings, WorkingHours hours, Translations translations) {
    /** The keys that a bot with a class may have. */
    public static final Set<String> SHARED = Set.of("bot", "settings", "hours", "texts");

    public static Sections read(Tree.Branch file, String language, Translations fromFiles, List<Problem> problems) {
        Map<String, Map<String, String>> translated = new LinkedHashMap<>();
        file.branch("texts")
                .ifPresent(all -> all.forEach((tongue, texts) -> {
                    if (texts instanceof Tree.Branch branch) {
                        branch.forEach((text, said) -> put(translated, tongue, text, said));
                    }
                }));
        Map<String, String> settings = new LinkedHashMap<>();
        file.branch("settings")
                .ifPresent(all -> all.forEach((name, value) -> {
                    switch (value) {
                        case Tree.Leaf(String text, var ignored) -> settings.put(name, text);
                        case Tree.Branch branch -> {
                            String key = branch.text(language).orElse("");
                            settings.put(name, key);
                            branch.forEach((tongue, said) -> put(translated, tongue, key, said));
                        }
                        case Tree.Items ignored -> {}
                    }
                }));
        WorkingHours hours =
                file.branch("hours").map(branch -> hours(branch, problems)).orElse(WorkingHours.NONE);
        return new Sections(new Settings(settings), hours, new Translations(translated).over(fromFiles));
    }

    private static void put(Map<String, Map<String, String>> all, String tongue, String text, Tree said) {
        if (said instanceof Tree.Leaf(String words, var ignored)) {
            all.computeIfAbsent(tongue, each -> new LinkedHashMap<>()).put(text, words);
        }
    }

    private static WorkingHours hours(Tree.Branch branch, List<Problem> problems) {
        WorkingHours hours = WorkingHours.NONE;
        for (var entry : branch.entries().entrySet()) {
            Tree value = entry.getValue().value();
            if (value instanceof Tree.Leaf leaf) {
                hours = changed(hours, at -> at.with(entry.getKey(), leaf.text()), leaf, problems);
            } else if (value instanceof Tree.Items(var days, var ignored)) {
                for (Tree day : days) {
                    if (day instanceof Tree.Leaf leaf) {
                        hours = changed(hours, at -> at.closedOn(leaf.text()), leaf, problems);
                    }
                }
            }
        }
        return hours;
    }

    private static WorkingHours changed(
            WorkingHours hours, UnaryOperator<WorkingHours> change, Tree.Leaf leaf, List<Problem> problems) {
        try {
            return change.apply(hours);
        } catch (IllegalArgumentException e) {
            problems.add(new Problem(leaf.at(), String.valueOf(e.getMessage())));
            return hours;
        }
    }
}
