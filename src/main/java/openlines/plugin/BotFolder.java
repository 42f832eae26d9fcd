package openlines.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import openlines.bot.Bot;
import openlines.bot.Conversation;
import openlines.bot.Origin;
import openlines.bot.Problem;
import openlines.bot.Profile;
import openlines.bot.Reason;
import openlines.bot.Translations;
import openlines.nlp.phrase.PhraseBook;
import openlines.plugin.table.Sections;
import openlines.plugin.table.Table;
import openlines.plugin.yaml.Schema;
import openlines.plugin.yaml.Tree;
import openlines.plugin.yaml.YamlReader;

/** One bot's folder while it is loaded. */
final class BotFolder {
    private static final Schema SCHEMA = Schema.ofBots();

    /** For what a line can call a bot in; a word that is none of these the schema tells. */
    private static final Set<String> ROLES = Set.of("welcome", "no-answer", "after-hours", "closing");

    private final Path folder;
    private final String name;
    private final Classes classes;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Tree.Branch> texts = new LinkedHashMap<>();

    BotFolder(Path folder, String name, Classes classes) {
        this.folder = folder;
        this.name = name;
        this.classes = classes;
    }

    /** The bot with all its problems; empty where there is too little to make a bot of. */
    Optional<Plugin> load(PhraseBook shared) {
        Optional<Tree> tree = tree(folder.resolve("bot.yml"), "bot.yml");
        tree.ifPresent(file -> SCHEMA.check(file, problems::add));
        return tree.filter(Tree.Branch.class::isInstance)
                .map(Tree.Branch.class::cast)
                .flatMap(file -> bot(file, shared));
    }

    List<Problem> problems() {
        return problems;
    }

    private Optional<Plugin> bot(Tree.Branch file, PhraseBook shared) {
        Optional<Tree.Branch> who = file.branch("bot");
        Optional<String> called = who.flatMap(branch -> branch.text("name"));
        Optional<String> language = who.flatMap(branch -> branch.text("language"));
        if (called.isEmpty() || language.isEmpty()) {
            return Optional.empty();
        }
        texts();
        Sections sections = Sections.read(file, language.get(), translations(), problems);
        Optional<Tree.Entry> type = who.map(branch -> branch.entries().get("class"));
        Optional<Reason> role = who.flatMap(branch -> branch.text("role"))
                .filter(ROLES::contains)
                .map(Reason::named);
        String code = who.flatMap(branch -> branch.text("code")).orElse(name);
        if (type.isPresent() && type.get().value() instanceof Tree.Leaf(String className, Origin at)) {
            Profile profile = new Profile(code, called.get(), language.get(), sections.translations(), role);
            tellTableOf(file, className);
            if (!problems.isEmpty()) {
                return Optional.empty();
            }
            return classes.bot(className, at, new Given(profile, sections.settings(), sections.hours()), problems)
                    .map(bot -> plugin(profile, bot, PhraseBook.empty(), shared));
        }
        Table table = Table.compile(file, language.get(), sections, problems);
        List<Problem> hints = table.check(texts);
        Profile profile = new Profile(code, called.get(), language.get(), table.translations(), role);
        return Optional.of(plugin(profile, table, table.phrases(), shared).with(hints));
    }

    /** A bot is written in one place: in its class or in its file. */
    private void tellTableOf(Tree.Branch file, String className) {
        file.entries().forEach((key, entry) -> {
            if (!Sections.SHARED.contains(key)) {
                problems.add(new Problem(
                        entry.key(),
                        "the bot is written in " + className + ", so '" + key
                                + "' has no effect here; move it there, or" + " remove 'class'"));
            }
        });
    }

    private Plugin plugin(Profile profile, Bot bot, PhraseBook questions, PhraseBook shared) {
        Conversation conversation = Conversation.of(profile, bot);
        Path intents = folder.resolve("intents");
        PhraseBook own = Files.isDirectory(intents)
                ? PhraseFiles.read(intents, shown("intents"), problems).and(questions)
                : questions;
        PhraseBook taught = shared.and(own);
        conversation.problems(taught.intents()).stream().map(this::placed).forEach(problems::add);
        return new Plugin(name, profile, conversation, taught, problems, List.of());
    }

    /** A class knows its file's name, not its folder; what is in no line is told of the bot's file. */
    private Problem placed(Problem problem) {
        Origin where = problem.where();
        if (where.line() == 0) {
            return new Problem(new Origin(shown("bot.yml"), 1), problem.what());
        }
        return where.file().contains("/")
                ? problem
                : new Problem(new Origin(shown(where.file()), where.line()), problem.what());
    }

    private void texts() {
        Path texts = folder.resolve("texts");
        if (!Files.isDirectory(texts)) {
            return;
        }
        for (Path file : BotsFolder.list(texts)) {
            String language = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
            tree(file, "texts/" + file.getFileName()).ifPresent(tree -> texts(language, tree));
        }
    }

    private void texts(String language, Tree tree) {
        if (!(tree instanceof Tree.Branch branch)) {
            problems.add(new Problem(tree.at(), "this file is a list of texts: 'as written': 'translated'"));
            return;
        }
        if (!language.matches("[a-z]{2}")) {
            problems.add(new Problem(branch.at(), "'" + language + "' is no language; call the file ru.yml, de.yml"));
            return;
        }
        this.texts.put(language, branch);
        branch.forEach((text, said) -> {
            if (!(said instanceof Tree.Leaf(String words, var ignored)) || words.isEmpty()) {
                problems.add(new Problem(said.at(), "'" + text + "' has no translation; write it, or remove the line"));
            }
        });
    }

    private Translations translations() {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        texts.forEach((language, branch) -> {
            Map<String, String> translated = new LinkedHashMap<>();
            branch.forEach((text, said) -> {
                if (said instanceof Tree.Leaf(String words, var ignored) && !words.isEmpty()) {
                    translated.put(text, words);
                }
            });
            all.put(language, translated);
        });
        return new Translations(all);
    }

    private Optional<Tree> tree(Path file, String inside) {
        try {
            return new YamlReader(shown(inside), problems::add).read(Files.readString(file));
        } catch (CharacterCodingException e) {
            problems.add(new Problem(new Origin(shown(inside), 1), "the file is not UTF-8; save it as UTF-8"));
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String shown(String inside) {
        return "bots/" + name + '/' + inside;
    }
}
