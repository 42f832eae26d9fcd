package openlines.plugin.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import openlines.bot.Nearest;
import openlines.bot.Origin;
import openlines.bot.Problem;

/** Walks a schema and a file side by side; every misfit says what to write instead. */
final class SchemaCheck {
    private final Schema schema;
    private final Consumer<Problem> problems;

    SchemaCheck(Schema schema, Consumer<Problem> problems) {
        this.schema = schema;
        this.problems = problems;
    }

    void check(Tree.Branch wanted, Tree tree, String name) {
        List<Tree.Branch> alternatives = schema.alternatives(wanted);
        List<Tree.Branch> ofKind = alternatives.stream()
                .filter(each -> kind(each).equals(kindOf(tree)))
                .toList();
        if (ofKind.isEmpty()) {
            tell(
                    tree.at(),
                    name + " takes "
                            + alternatives.stream()
                                    .map(SchemaCheck::kind)
                                    .distinct()
                                    .collect(Collectors.joining(" or "))
                            + ", not " + shown(tree));
            return;
        }
        Tree.Branch best = ofKind.getFirst();
        for (Tree.Branch each : ofKind) {
            if (misfits(each, tree) <= misfits(best, tree)) {
                best = each;
            }
        }
        switch (tree) {
            case Tree.Leaf leaf -> leaf(best, leaf, name);
            case Tree.Items items -> items(best, items, name);
            case Tree.Branch branch -> branch(best, branch, name);
        }
    }

    private static String kindOf(Tree tree) {
        return switch (tree) {
            case Tree.Leaf ignored -> "text";
            case Tree.Items ignored -> "a list";
            case Tree.Branch ignored -> "keys below it";
        };
    }

    private static String kind(Tree.Branch schema) {
        return switch (schema.text("type").orElse("object")) {
            case "object" -> "keys below it";
            case "array" -> "a list";
            default -> "text";
        };
    }

    private static String shown(Tree tree) {
        return tree instanceof Tree.Leaf(String text, var ignored) && text.isEmpty() ? "nothing" : kindOf(tree);
    }

    /** How badly the keys of this level fit, which tells a step from a text in several languages. */
    private int misfits(Tree.Branch wanted, Tree tree) {
        if (!(tree instanceof Tree.Branch branch)) {
            return 0;
        }
        long unknown = branch.entries().keySet().stream()
                .filter(key -> forKey(wanted, key).isEmpty())
                .count();
        return (int) unknown + missing(wanted, branch).size();
    }

    private void leaf(Tree.Branch wanted, Tree.Leaf leaf, String name) {
        String text = leaf.text();
        if (text.isEmpty() && wanted.text("minLength").isPresent()) {
            tell(leaf.at(), name + " is empty; write something, or remove it");
            return;
        }
        List<String> allowed = Schema.texts(wanted.get("enum"));
        if (!allowed.isEmpty() && !allowed.contains(text)) {
            tell(leaf.at(), name + " can't be '" + text + "'" + instead(text, allowed));
        }
        String type = wanted.text("type").orElse("string");
        if (type.equals("boolean") && !text.equals("true") && !text.equals("false")) {
            tell(leaf.at(), name + " is true or false, not '" + text + "'");
        }
        if (type.equals("integer") && !text.matches("\\d{1,9}")) {
            tell(leaf.at(), name + " is a whole number, not '" + text + "'");
        }
        wanted.text("pattern").filter(pattern -> !text.matches(pattern)).ifPresent(pattern -> {
            String why = wanted.text("patternErrorMessage").orElse("it must be like " + pattern);
            tell(leaf.at(), name + " can't be '" + text + "': " + why);
        });
    }

    private void items(Tree.Branch wanted, Tree.Items items, String name) {
        if (items.all().isEmpty() && wanted.text("minItems").isPresent()) {
            tell(items.at(), name + " is an empty list; write something, or remove it");
        }
        wanted.branch("items")
                .ifPresent(each -> items.all().forEach(item -> check(each, item, "what stands in " + name)));
    }

    private void branch(Tree.Branch wanted, Tree.Branch branch, String name) {
        String title = wanted.text("title").orElse(name);
        if (branch.entries().isEmpty() && wanted.text("minProperties").isPresent()) {
            tell(branch.at(), name + " is empty; write something, or remove it");
        }
        branch.entries()
                .forEach((key, entry) -> forKey(wanted, key)
                        .ifPresentOrElse(
                                inner -> check(inner, entry.value(), "'" + key + "'"),
                                () -> tell(entry.key(), unknown(wanted, key, title))));
        for (String key : missing(wanted, branch)) {
            if (!misspelt(wanted, key, branch)) {
                tell(branch.at(), title + " needs '" + key + "'; write " + example(wanted, key));
            }
        }
    }

    /** What is there under a slightly wrong name has been told already. */
    private static boolean misspelt(Tree.Branch wanted, String key, Tree.Branch branch) {
        return branch.entries().keySet().stream()
                .anyMatch(each -> forKey(wanted, each).isEmpty()
                        && Nearest.to(each, List.of(key)).isPresent());
    }

    /** The key with the schema's own example, where that is a word. */
    private static String example(Tree.Branch wanted, String key) {
        return forKey(wanted, key)
                .flatMap(each -> each.get("examples"))
                .filter(Tree.Items.class::isInstance)
                .flatMap(examples -> ((Tree.Items) examples).all().stream().findFirst())
                .filter(Tree.Leaf.class::isInstance)
                .map(example -> key + ": " + ((Tree.Leaf) example).text())
                .orElse(key + ": …");
    }

    private static List<String> missing(Tree.Branch wanted, Tree.Branch branch) {
        List<String> missing = new ArrayList<>(Schema.texts(wanted.get("required")));
        missing.removeAll(branch.entries().keySet());
        return missing;
    }

    private static Optional<Tree.Branch> forKey(Tree.Branch wanted, String key) {
        Optional<Tree.Branch> named = wanted.branch("properties").flatMap(all -> all.branch(key));
        if (named.isPresent()) {
            return named;
        }
        for (Map.Entry<String, Tree.Entry> each : wanted.branch("patternProperties")
                .map(Tree.Branch::entries)
                .orElse(Map.of())
                .entrySet()) {
            if (Pattern.compile(each.getKey()).matcher(key).find()) {
                return Optional.of((Tree.Branch) each.getValue().value());
            }
        }
        return wanted.branch("additionalProperties");
    }

    private static String unknown(Tree.Branch wanted, String key, String title) {
        Optional<String> why = wanted.text("keyErrorMessage");
        if (why.isPresent()) {
            return "'" + key + "' " + why.get();
        }
        var known = wanted.branch("properties")
                .map(all -> List.copyOf(all.entries().keySet()))
                .orElse(List.of());
        return "unknown key '" + key + "' in " + title + instead(key, known);
    }

    private static String instead(String word, List<String> known) {
        return Nearest.to(word, known)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("; write " + alternatives(known));
    }

    private static String alternatives(List<String> known) {
        return known.size() == 1
                ? known.getFirst()
                : String.join(", ", known.subList(0, known.size() - 1)) + " or " + known.getLast();
    }

    private void tell(Origin where, String what) {
        problems.accept(new Problem(where, what));
    }
}
