package openlines.plugin.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openlines.bot.Button;
import openlines.bot.Go;
import openlines.bot.Keyboard;
import openlines.bot.Payload;
import openlines.plugin.yaml.Tree;

/** Compiles buttons, and keeps the replies that stand behind them. */
final class Buttons {
    /** The framework knows it in the product's languages. */
    private static final String BACK = "Back";

    /** One word in small letters is an intent's name; anything else is a text. */
    private static final String INTENT = "[a-z][a-z0-9._-]*";

    private final Names names;
    private final Texts texts;
    private final Map<String, String> questions;
    private final Map<String, Step> replies = new LinkedHashMap<>();

    /** @param questions the bot's questions and their labels */
    Buttons(Names names, Texts texts, Map<String, String> questions) {
        this.names = names;
        this.texts = texts;
        this.questions = questions;
    }

    /** What compiles a reply; the steps do. */
    interface Compiler {
        Step reply(Tree tree, Scope scope);
    }

    Keyboard compile(Tree tree, Scope scope, Compiler steps) {
        List<Button> buttons = new ArrayList<>();
        switch (tree) {
            case Tree.Leaf leaf -> buttons.addAll(ofQuestions(leaf));
            case Tree.Branch branch ->
                branch.entries()
                        .forEach((label, entry) -> press(
                                        texts.label(new Tree.Leaf(label, entry.key())), entry.value(), scope, steps)
                                .ifPresent(buttons::add));
            case Tree.Items(var all, var ignored) ->
                all.forEach(item -> labelled(item, scope, steps).ifPresent(buttons::add));
        }
        if (!scope.up().isEmpty()) {
            buttons.add(back(scope));
        }
        return new Keyboard(buttons);
    }

    static Button back(Scope scope) {
        return new Button(BACK, Payload.write(new Pick(scope.up())), "");
    }

    private List<Button> ofQuestions(Tree.Leaf leaf) {
        if (questions.isEmpty() && leaf.text().equals("faq")) {
            names.tell(leaf.at(), "no question under faq has a label that a button could show");
        }
        List<Button> buttons = new ArrayList<>();
        questions.forEach((intent, label) -> buttons.add(new Button(label, Payload.write(new Go(intent)), "")));
        return buttons;
    }

    private Optional<Button> labelled(Tree item, Scope scope, Compiler steps) {
        if (!(item instanceof Tree.Branch branch)) {
            return Optional.empty();
        }
        return branch.get("label")
                .flatMap(label -> branch.get("does").flatMap(does -> press(texts.label(label), does, scope, steps)));
    }

    private Optional<Button> press(String label, Tree does, Scope scope, Compiler steps) {
        if (does instanceof Tree.Leaf(String intent, var at) && intent.matches(INTENT)) {
            names.intent(intent, at);
            return Optional.of(new Button(label, Payload.write(new Go(intent)), ""));
        }
        if (does instanceof Tree.Branch branch && branch.text("link").isPresent()) {
            return Optional.of(new Button(label, "", branch.text("link").orElse("")));
        }
        Scope behind = scope.behind(label, scope.inMenu());
        if (replies.containsKey(behind.path())) {
            names.tell(does.at(), "two buttons here are called '" + label + "'");
        }
        keep(behind.path(), steps.reply(does, behind));
        return Optional.of(new Button(label, Payload.write(new Pick(behind.path())), ""));
    }

    void keep(String path, Step reply) {
        replies.put(path, reply);
    }

    /** The reply behind a button; of an older bot's button, the nearest that is left above it. */
    Optional<Step> behind(String path) {
        Step reply = replies.get(path);
        int above = path.lastIndexOf('/');
        return reply != null || above < 0 ? Optional.ofNullable(reply) : behind(path.substring(0, above));
    }
}
