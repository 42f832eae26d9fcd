package openlines.plugin.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import openlines.bot.Dialog;
import openlines.bot.Handler;
import openlines.nlp.phrase.Phrase;
import openlines.nlp.phrase.PhraseBook;
import openlines.nlp.phrase.Place;
import openlines.plugin.yaml.Tree;

/** Compiles questions with their answers: each is an intent, and its questions are the phrases. */
final class Faq {
    private final Tree.Branch questions;
    private final String language;

    Faq(Tree.Branch questions, String language) {
        this.questions = questions;
        this.language = language;
    }

    /** The intents of those questions that have a label, and the labels. */
    Map<String, String> labels(Texts texts) {
        Map<String, String> labels = new LinkedHashMap<>();
        questions.forEach((name, tree) -> {
            if (tree instanceof Tree.Branch question) {
                question.get("label").ifPresent(label -> labels.put(Names.FAQ + name, texts.label(label)));
            }
        });
        return labels;
    }

    List<Consumer<Dialog>> routes(Steps steps) {
        List<Consumer<Dialog>> routes = new ArrayList<>();
        questions.entries().forEach((name, entry) -> {
            if (entry.value() instanceof Tree.Branch question) {
                question.get("answer").ifPresent(answer -> {
                    Handler handler =
                            steps.named(answer, Scope.of("faq/" + name)).handler();
                    if (phrases().intents().contains(Names.FAQ + name)) {
                        routes.add(on -> on.at(entry.key()).intent(Names.FAQ + name, handler));
                    }
                });
            }
        });
        return routes;
    }

    PhraseBook phrases() {
        List<Phrase> phrases = new ArrayList<>();
        questions.forEach((name, tree) -> {
            if (tree instanceof Tree.Branch question) {
                question.get("questions").ifPresent(asked -> asked(Names.FAQ + name, language, asked, phrases));
            }
        });
        return new PhraseBook(phrases, List.of(), List.of());
    }

    private static void asked(String intent, String tongue, Tree tree, List<Phrase> phrases) {
        switch (tree) {
            case Tree.Items(var all, var ignored) -> all.forEach(item -> asked(intent, tongue, item, phrases));
            case Tree.Branch branch -> branch.forEach((other, list) -> asked(intent, other, list, phrases));
            case Tree.Leaf(String text, var at) -> {
                if (!text.isBlank()) {
                    phrases.add(new Phrase(tongue, intent, text.strip(), List.of(), new Place(at.file(), at.line())));
                }
            }
        }
    }
}
