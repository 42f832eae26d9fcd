package openlines.plugin.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import openlines.bot.Nearest;
import openlines.plugin.yaml.Tree;

/** Compiles {@code when}: all that is named must hold. */
final class Conditions {
    private final Names names;
    private final Values values;

    Conditions(Names names, Values values) {
        this.names = names;
        this.values = values;
    }

    Predicate<Moment> compile(Tree.Branch when, Scope scope) {
        Predicate<Moment> all = moment -> true;
        for (var entry : when.entries().entrySet()) {
            all = all.and(one(entry.getKey(), entry.getValue(), scope));
        }
        return all;
    }

    private Predicate<Moment> one(String key, Tree.Entry entry, Scope scope) {
        Tree tree = entry.value();
        return switch (key) {
            case "hours" -> hours(entry);
            case "channel" -> among(tree, moment -> moment.turn().channel().code());
            case "language" -> among(tree, moment -> moment.turn().language());
            case "entity" -> valued(tree, name -> moment -> moment.turn().entity(name));
            case "known" -> valued(tree, name -> moment -> moment.turn().remembered(name));
            case "answer" -> answer(tree, scope);
            case "asking" -> asking(tree);
            case "misunderstood" -> misunderstood(tree);
            case "not" ->
                tree instanceof Tree.Branch inner ? compile(inner, scope).negate() : moment -> true;
            default -> moment -> true;
        };
    }

    private Predicate<Moment> hours(Tree.Entry entry) {
        if (!names.hasHours()) {
            names.tell(entry.key(), "the bot has no hours to be open or closed by; write them under hours");
        }
        boolean open = entry.value() instanceof Tree.Leaf(String word, var ignored) && word.equals("open");
        return moment -> values.hours().openAt(moment.turn().time()) == open;
    }

    private Predicate<Moment> answer(Tree tree, Scope scope) {
        for (String slot : named(tree).keySet()) {
            if (!scope.answers().contains(slot)) {
                names.tell(
                        tree.at(),
                        "there is no answer '" + slot + "' here"
                                + Nearest.to(slot, scope.answers())
                                        .map(near -> "; did you mean '" + near + "'?")
                                        .orElse("; a form's 'done' knows the answers of its own slots"));
            }
        }
        return valued(
                tree,
                name -> moment ->
                        Optional.ofNullable(moment.answers().get(name)).filter(answer -> !answer.isEmpty()));
    }

    private static Predicate<Moment> asking(Tree tree) {
        boolean open = tree instanceof Tree.Leaf(String word, var ignored) && word.equals("true");
        return moment -> moment.turn().asking() == open;
    }

    private static Predicate<Moment> misunderstood(Tree tree) {
        int times = tree instanceof Tree.Leaf(String number, var ignored) && number.matches("\\d{1,9}")
                ? Integer.parseInt(number)
                : 0;
        return moment -> moment.turn().misunderstood() >= times;
    }

    private static Predicate<Moment> among(Tree tree, Function<Moment, String> found) {
        List<String> allowed = oneOrMore(tree);
        return moment -> allowed.contains(found.apply(moment));
    }

    /** A name that must have a value, or names that must have one of the values given. */
    private static Predicate<Moment> valued(Tree tree, Function<String, Function<Moment, Optional<String>>> lookup) {
        Predicate<Moment> all = moment -> true;
        for (Map.Entry<String, List<String>> wanted : named(tree).entrySet()) {
            var found = lookup.apply(wanted.getKey());
            all = all.and(moment -> found.apply(moment)
                    .filter(value ->
                            wanted.getValue().isEmpty() || wanted.getValue().contains(value))
                    .isPresent());
        }
        return all;
    }

    private static Map<String, List<String>> named(Tree tree) {
        Map<String, List<String>> named = new LinkedHashMap<>();
        switch (tree) {
            case Tree.Leaf(String name, var ignored) -> named.put(name, List.of());
            case Tree.Branch branch -> branch.forEach((name, wanted) -> named.put(name, oneOrMore(wanted)));
            case Tree.Items ignored -> {}
        }
        return named;
    }

    private static List<String> oneOrMore(Tree tree) {
        return switch (tree) {
            case Tree.Leaf(String word, var ignored) -> List.of(word);
            case Tree.Items(var all, var ignored) ->
                all.stream().flatMap(item -> oneOrMore(item).stream()).toList();
            case Tree.Branch ignored -> List.of();
        };
    }
}
