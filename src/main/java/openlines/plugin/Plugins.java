package openlines.plugin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import openlines.bot.Origin;
import openlines.bot.Problem;
import openlines.nlp.phrase.PhraseBook;

/**
 * The bots of a folder, or those that ship.
 *
 * @param all those that could be loaded, by name
 * @param problems what is wrong outside of any one bot
 */
public record Plugins(List<Plugin> all, List<Problem> problems) {
    public Plugins {
        all = List.copyOf(all);
        problems = List.copyOf(problems);
    }

    /**
     * The bots of a folder: each folder in it that has a {@code bot.yml}, and each jar that was built of such folders.
     * Phrases that bots share stand in {@code intents} beside it; without such a folder, those that ship are taken.
     */
    public static Plugins from(Path bots) {
        var problems = new ArrayList<Problem>();
        return from(bots, shared(bots, problems)).with(problems);
    }

    /** The folder of the phrases that a folder's bots share. */
    static Path intents(Path bots) {
        return bots.toAbsolutePath().resolveSibling("intents");
    }

    static PhraseBook shared(Path bots, List<Problem> problems) {
        Path intents = intents(bots);
        return Files.isDirectory(intents) ? PhraseFiles.read(intents, "intents", problems) : PhraseBook.shipped();
    }

    /** The bots of a folder, with the phrases that they share. */
    public static Plugins from(Path bots, PhraseBook shared) {
        return new BotsFolder(bots, shared).load();
    }

    /** The bots on the class path, packed or not. */
    public static Plugins shipped() {
        return ShippedBots.load(PhraseBook.shipped());
    }

    public Optional<Plugin> find(String name) {
        return all.stream().filter(plugin -> plugin.name().equals(name)).findFirst();
    }

    /** All that is wrong anywhere, in the order of files and lines. */
    public List<Problem> everyProblem() {
        var every = new ArrayList<>(problems);
        all.forEach(plugin -> every.addAll(plugin.problems()));
        return every.stream()
                .distinct()
                .sorted((one, other) -> {
                    int byFile = one.where().file().compareTo(other.where().file());
                    return byFile != 0
                            ? byFile
                            : Integer.compare(one.where().line(), other.where().line());
                })
                .toList();
    }

    /** These and the other's; of two bots with one name these win. */
    public Plugins and(Plugins other) {
        Map<String, Plugin> byName = new LinkedHashMap<>();
        all.forEach(plugin -> byName.put(plugin.name(), plugin));
        other.all.forEach(plugin -> byName.putIfAbsent(plugin.name(), plugin));
        return new Plugins(List.copyOf(byName.values()), problems).with(other.problems);
    }

    Plugins with(List<Problem> more) {
        var joined = new ArrayList<>(problems);
        joined.addAll(more);
        return new Plugins(all, joined);
    }

    /** Two bots with one code can't be registered at one portal. */
    Plugins withoutDoubles() {
        var problems = new ArrayList<Problem>();
        all.stream()
                .collect(Collectors.groupingBy(
                        plugin -> plugin.profile().code(), LinkedHashMap::new, Collectors.toList()))
                .forEach((code, several) -> several.stream()
                        .skip(1)
                        .forEach(plugin -> problems.add(new Problem(
                                new Origin("bots/" + plugin.name() + "/bot.yml", 1),
                                "the code '" + code + "' is that of bots/"
                                        + several.getFirst().name() + " too; give one of them another"))));
        return with(problems);
    }
}
