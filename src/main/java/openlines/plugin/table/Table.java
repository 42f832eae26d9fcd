package openlines.plugin.table;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import openlines.bot.Bot;
import openlines.bot.Dialog;
import openlines.bot.Handler;
import openlines.bot.Origin;
import openlines.bot.Problem;
import openlines.bot.Reply;
import openlines.bot.Translations;
import openlines.nlp.phrase.PhraseBook;
import openlines.plugin.yaml.Tree;

/** A bot in YAML, compiled: writes the routing table that stands in its {@code bot.yml}. */
public final class Table implements Bot {
    private static final Tree.Branch NOTHING = new Tree.Branch(Map.of(), new Origin("bot.yml", 1));
    private static final Map<String, BiConsumer<Dialog, Handler>> JOINS = Map.of(
            "welcome", Dialog::welcome,
            "no-answer", Dialog::noAnswer,
            "after-hours", Dialog::afterHours,
            "closing", Dialog::closing,
            "returned", Dialog::returned);
    private static final Map<String, BiConsumer<Dialog, Handler>> HOOKS =
            Map.of("cancelled", Dialog::cancelled, "failed", Dialog::failed, "otherwise", Dialog::otherwise);

    private final Tree.Branch bot;
    private final Names names;
    private final Texts texts;
    private final Buttons buttons;
    private final Steps steps;
    private final Faq faq;
    private final List<Consumer<Dialog>> routes = new ArrayList<>();

    private Table(Tree.Branch bot, String language, Sections sections, List<Problem> problems) {
        this.bot = bot;
        this.names = new Names(bot, problems);
        this.texts = new Texts(language, names, sections.translations());
        this.faq = new Faq(section("faq"), language);
        this.buttons = new Buttons(names, texts, faq.labels(texts));
        this.steps =
                new Steps(names, texts, new Values(sections.settings(), sections.hours(), this::translations), buttons);
    }

    /** Compiles a bot; whatever is wrong in it joins the problems. */
    public static Table compile(Tree.Branch bot, String language, Sections sections, List<Problem> problems) {
        var table = new Table(bot, language, sections, problems);
        table.compile();
        return table;
    }

    @Override
    public void define(Dialog on) {
        routes.forEach(route -> route.accept(on));
    }

    /** All of the bot's texts in other languages. */
    public Translations translations() {
        return texts.translations();
    }

    /** What its questions teach. */
    public PhraseBook phrases() {
        return faq.phrases();
    }

    /** Holds the texts of files against those that the bot says; gives what is odd, though it stops no bot. */
    public List<Problem> check(Map<String, Tree.Branch> files) {
        files.forEach(texts::checkFile);
        return texts.hints(files);
    }

    private void compile() {
        each("line", (name, entry) -> hook(JOINS, name, "line/" + name, entry));
        each("intents", this::intent);
        routes.addAll(faq.routes(steps));
        each("menus", (name, entry) -> {
            Scope scope = Scope.of("menus/" + name);
            buttons.keep(scope.path(), steps.named(entry.value(), scope));
        });
        each("commands", (name, entry) -> {
            Handler handler = handler("commands/" + name, entry);
            routes.add(on -> on.at(entry.key()).command(name, handler));
        });
        routes.addAll(new Forms(names, texts, steps).routes(section("forms")));
        each("idle", this::idle);
        bot.entries().forEach((key, entry) -> hook(HOOKS, key, key, entry));
        routes.add(on -> on.at(bot.at())
                .button(
                        Pick.class,
                        (turn, pick) -> buttons.behind(pick.at())
                                .map(step -> step.take(Moment.of(turn)))
                                .orElseGet(Reply::silence)));
    }

    private void hook(Map<String, BiConsumer<Dialog, Handler>> hooks, String key, String path, Tree.Entry entry) {
        BiConsumer<Dialog, Handler> hook = hooks.get(key);
        if (hook != null) {
            Handler handler = handler(path, entry);
            routes.add(on -> hook.accept(on.at(entry.key()), handler));
        }
    }

    private void intent(String name, Tree.Entry entry) {
        if (name.startsWith(Names.FAQ)) {
            names.tell(entry.key(), "intents that begin with 'faq.' are made of the questions; write it under faq");
        }
        Handler handler =
                steps.named(entry.value(), Scope.of("intents/" + name)).handler();
        if (name.matches("[a-z][a-z0-9._-]*") && !name.startsWith(Names.FAQ)) {
            routes.add(on -> on.at(entry.key()).intent(name, handler));
        }
    }

    private void idle(String after, Tree.Entry entry) {
        Handler handler = handler("idle/" + after, entry);
        if (after.matches("(?=.)(\\d{1,4}h)?(\\d{1,4}m)?(\\d{1,4}s)?")) {
            Duration silence = Duration.parse("PT" + after.toUpperCase(Locale.ROOT));
            routes.add(on -> on.at(entry.key()).idle(silence, handler));
        }
    }

    private Handler handler(String path, Tree.Entry entry) {
        return steps.reply(entry.value(), Scope.of(path)).handler();
    }

    private void each(String section, BiConsumer<String, Tree.Entry> each) {
        section(section).entries().forEach(each);
    }

    private Tree.Branch section(String key) {
        return bot.branch(key).orElse(NOTHING);
    }
}
