package openlines.plugin.table;

import static openlines.bot.Reply.silence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import openlines.bot.Finish;
import openlines.bot.Handoff;
import openlines.bot.Keyboard;
import openlines.bot.Lead;
import openlines.bot.OpenForm;
import openlines.bot.Remember;
import openlines.bot.Reply;
import openlines.bot.Say;
import openlines.plugin.yaml.Tree;

/** Compiles replies: texts, steps, and lists of both. */
final class Steps {
    /** After one of these the bot does not wait at this place, so a menu adds no way back. */
    private static final Set<String> LEADS_ON =
            Set.of("intent", "menu", "ask", "handoff", "finish", "silence", "buttons");

    private final Names names;
    private final Texts texts;
    private final Values values;
    private final Conditions conditions;
    private final Buttons buttons;
    private final Map<String, Step> named = new LinkedHashMap<>();

    Steps(Names names, Texts texts, Values values, Buttons buttons) {
        this.names = names;
        this.texts = texts;
        this.values = values;
        this.buttons = buttons;
        this.conditions = new Conditions(names, values);
    }

    /** Compiles a reply that others may name: an intent's, a menu's. */
    Step named(Tree tree, Scope scope) {
        Step step = reply(tree, scope);
        named.put(scope.path(), step);
        return step;
    }

    Step reply(Tree tree, Scope scope) {
        if (Texts.isText(tree)) {
            return saying(List.of(tree), ending(scope), scope);
        }
        return switch (tree) {
            case Tree.Branch branch -> step(branch, scope);
            case Tree.Items(var all, var ignored) -> list(all, scope);
            case Tree.Leaf ignored -> throw new IllegalStateException("a leaf is a text");
        };
    }

    private Step list(List<Tree> items, Scope scope) {
        Step all = moment -> silence();
        for (int i = 0; i < items.size(); i++) {
            boolean last = i == items.size() - 1;
            all = all.then(reply(items.get(i), last ? scope : scope.withoutUp()));
        }
        return all;
    }

    private static Keyboard ending(Scope scope) {
        return new Keyboard(scope.up().isEmpty() ? List.of() : List.of(Buttons.back(scope)));
    }

    private Step step(Tree.Branch step, Scope scope) {
        checkPairs(step);
        List<Step> parts = new ArrayList<>();
        step.branch("remember").ifPresent(all -> parts.add(remember(all, scope)));
        say(step, scope).ifPresent(parts::add);
        step.get("aside").ifPresent(aside -> parts.add(aside(aside, scope)));
        named(step, "intent").ifPresent(leaf -> {
            names.intent(leaf.text(), leaf.at());
            parts.add(later(
                    leaf.text().startsWith(Names.FAQ)
                            ? leaf.text().replaceFirst("\\.", "/")
                            : "intents/" + leaf.text()));
        });
        named(step, "menu").ifPresent(leaf -> {
            names.menu(leaf.text(), leaf.at());
            parts.add(later("menus/" + leaf.text()));
        });
        named(step, "ask").ifPresent(leaf -> {
            names.form(leaf.text(), leaf.at());
            parts.add(moment -> new OpenForm(leaf.text()));
        });
        step.get("lead").ifPresent(lead -> parts.add(lead(lead, scope)));
        step.get("handoff").ifPresent(to -> parts.add(handoff(to, step.get("note"), scope)));
        if (step.text("finish").orElse("").equals("true")) {
            parts.add(moment -> new Finish());
        }
        Step all = parts.stream().reduce(moment -> silence(), Step::then);
        return conditional(step, scope, all);
    }

    private static Keyboard noButtons() {
        return new Keyboard(List.of());
    }

    private Step conditional(Tree.Branch step, Scope scope, Step then) {
        Optional<Step> otherwise = step.get("else").map(tree -> reply(tree, scope));
        Optional<Predicate<Moment>> when = step.branch("when").map(tree -> conditions.compile(tree, scope));
        if (when.isEmpty()) {
            otherwise.ifPresent(ignored -> names.tell(step.at("else"), "'else' needs a 'when' beside it"));
            return then;
        }
        Step instead = otherwise.orElse(moment -> silence());
        return moment -> (when.get().test(moment) ? then : instead).take(moment);
    }

    private void checkPairs(Tree.Branch step) {
        if (step.get("buttons").isPresent() && step.get("say").isEmpty()) {
            names.tell(step.at("buttons"), "buttons need a 'say' beside them to stand below");
        }
        if (step.get("note").isPresent() && step.get("handoff").isEmpty()) {
            names.tell(
                    step.at("note"),
                    "'note' needs a 'handoff' beside it; what operators read without one is an 'aside'");
        }
        if (step.get("handoff").isPresent() && step.get("finish").isPresent()) {
            names.tell(step.at("finish"), "a dialog that is handed off can't be finished too; remove one");
        }
        if (step.get("ask").isPresent()
                && (step.get("handoff").isPresent() || step.get("finish").isPresent())) {
            names.tell(step.at("ask"), "a form can't be asked in a dialog that the bot leaves; remove one");
        }
    }

    private static Optional<Tree.Leaf> named(Tree.Branch step, String key) {
        return step.get(key).filter(Tree.Leaf.class::isInstance).map(Tree.Leaf.class::cast);
    }

    /** A reply that may be compiled after this one. */
    private Step later(String path) {
        return moment -> Optional.ofNullable(named.get(path))
                .orElseThrow(() -> new IllegalStateException("there is no " + path))
                .take(moment);
    }

    private Step remember(Tree.Branch all, Scope scope) {
        Step step = moment -> silence();
        for (var entry : all.entries().entrySet()) {
            String text = texts.internal(entry.getValue().value(), scope.answers());
            step = step.then(moment -> new Remember(entry.getKey(), values.fill(text, moment)));
        }
        return step;
    }

    private Optional<Step> say(Tree.Branch step, Scope scope) {
        Optional<Tree> say = step.get("say");
        boolean leadsOn = LEADS_ON.stream().anyMatch(key -> step.get(key).isPresent());
        Keyboard keyboard = step.get("buttons")
                .map(tree -> buttons.compile(tree, scope, this::reply))
                .orElseGet(() -> leadsOn ? noButtons() : ending(scope));
        return say.map(tree ->
                saying(tree instanceof Tree.Items(var all, var ignored) ? all : List.of(tree), keyboard, scope));
    }

    /** Several messages, the last one with the buttons. */
    private Step saying(List<Tree> messages, Keyboard keyboard, Scope scope) {
        Step all = moment -> silence();
        for (int i = 0; i < messages.size(); i++) {
            Keyboard below = i == messages.size() - 1 ? keyboard : noButtons();
            String key = texts.key(messages.get(i), scope.answers());
            all = all.then(moment -> Reply.say(key, values.at(moment)).with(below));
        }
        return all;
    }

    private Step aside(Tree tree, Scope scope) {
        String key = texts.internal(tree, scope.answers());
        return moment -> new Say(key, List.of(values.at(moment)), noButtons(), true);
    }

    private Step handoff(Tree to, Optional<Tree> note, Scope scope) {
        Optional<String> words = note.map(tree -> texts.internal(tree, scope.answers()));
        Handoff target = target(to);
        return moment ->
                target.noting(words.map(text -> values.fill(text, moment)).orElseGet(moment.turn()::summary));
    }

    private Step lead(Tree tree, Scope scope) {
        if (!(tree instanceof Tree.Branch all)) {
            String title = texts.internal(tree, scope.answers());
            return moment -> Reply.lead(values.fill(title, moment));
        }
        Map<String, String> written = new LinkedHashMap<>();
        all.entries().forEach((key, entry) -> written.put(key, texts.internal(entry.value(), scope.answers())));
        return moment -> {
            UnaryOperator<String> filled = key -> values.fill(written.getOrDefault(key, ""), moment);
            return new Lead(
                    filled.apply("title"),
                    filled.apply("name"),
                    filled.apply("phone"),
                    filled.apply("email"),
                    filled.apply("comment"));
        };
    }

    private static Handoff target(Tree to) {
        Handoff queue = Reply.handoff();
        if (!(to instanceof Tree.Branch branch)) {
            return queue;
        }
        return number(branch, "line")
                .map(queue::toLine)
                .or(() -> number(branch, "employee").map(queue::toEmployee))
                .orElse(queue);
    }

    private static Optional<Long> number(Tree.Branch branch, String key) {
        return branch.text(key).filter(text -> text.matches("\\d{1,9}")).map(Long::valueOf);
    }
}
