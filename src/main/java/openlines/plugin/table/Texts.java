package openlines.plugin.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openlines.bot.Nearest;
import openlines.bot.Origin;
import openlines.bot.Problem;
import openlines.bot.Translations;
import openlines.plugin.yaml.Tree;

/** The texts of one bot: collects what is said in several languages, and checks what they name in braces. */
final class Texts {
    private static final Pattern HOLE = Pattern.compile("\\{\\{|\\{([^{}]*)}|\\{");
    private static final Pattern NAME = Pattern.compile("([A-Za-z][\\w.-]*)(?:\\|[^{}]*)?");

    private final String language;
    private final Names names;
    private final Translations fromFiles;
    private final Map<String, Map<String, String>> inline = new LinkedHashMap<>();
    private final Map<String, Origin> used = new LinkedHashMap<>();
    private final Set<String> values = new LinkedHashSet<>();

    Texts(String language, Names names, Translations fromFiles) {
        this.language = language;
        this.names = names;
        this.fromFiles = fromFiles;
    }

    /** Whether this is one text in several languages. */
    static boolean inLanguages(Tree tree) {
        return tree instanceof Tree.Branch branch
                && !branch.entries().isEmpty()
                && branch.entries().keySet().stream().allMatch(key -> key.matches("[a-z]{2}"));
    }

    static boolean isText(Tree tree) {
        return tree instanceof Tree.Leaf || inLanguages(tree);
    }

    /** The text in the bot's own language, by which its translations go; {@code answers} are slots it may name. */
    String key(Tree tree, Set<String> answers) {
        check(tree, answers, Values.names(names));
        return label(tree);
    }

    /** The same for a text that no customer reads: nobody misses its translation. */
    String internal(Tree tree, Set<String> answers) {
        check(tree, answers, Values.names(names));
        String key = written(tree);
        values.add(key);
        return key;
    }

    /** The same for a text that names nothing: a button's. */
    String label(Tree tree) {
        String key = written(tree);
        used.putIfAbsent(key, tree.at());
        return key;
    }

    private String written(Tree tree) {
        String key = "";
        if (tree instanceof Tree.Leaf(String text, var ignored)) {
            key = text;
        } else if (tree instanceof Tree.Branch branch) {
            key = branch.text(language).orElse("");
            if (key.isEmpty()) {
                names.tell(branch.at(), "this text is not said in '" + language + "', the bot's own language");
            }
            for (var each : branch.entries().entrySet()) {
                if (!each.getKey().equals(language)
                        && each.getValue().value() instanceof Tree.Leaf(String said, var at)) {
                    translate(each.getKey(), key, said, at);
                }
            }
        }
        return key;
    }

    /** A value of a form's slot and its label, which is shown in its place. */
    void choice(String value, Tree label) {
        String key = label(label);
        if (!key.equals(value)) {
            translate(language, value, key, label.at());
            var tongues = new LinkedHashSet<>(translations().byLanguage().keySet());
            tongues.remove(language);
            tongues.forEach(tongue -> translate(tongue, value, translations().find(tongue, key), label.at()));
        }
        values.add(value);
    }

    /** A form's question: it is asked by the framework, which knows the answers but not the bot's settings. */
    String question(Tree tree, Set<String> answers) {
        String key = label(tree);
        check(tree, answers, Values.ofTurn());
        return key;
    }

    private void translate(String tongue, String key, String said, Origin at) {
        String earlier =
                inline.computeIfAbsent(tongue, ignored -> new LinkedHashMap<>()).putIfAbsent(key, said);
        if (earlier != null && !earlier.equals(said)) {
            names.tell(at, "'" + key + "' is said in two ways in '" + tongue + "', here and as '" + earlier + "'");
        }
    }

    private void check(Tree tree, Set<String> answers, Set<String> always) {
        if (tree instanceof Tree.Branch branch) {
            branch.forEach((tongue, text) -> check(text, answers, always));
        } else if (tree instanceof Tree.Leaf(String text, Origin at)) {
            Matcher holes = HOLE.matcher(text);
            while (holes.find()) {
                if (!holes.group().equals("{{")) {
                    hole(holes.group(1) == null ? "" : holes.group(1), at, answers, always);
                }
            }
        }
    }

    private void hole(String inside, Origin at, Set<String> answers, Set<String> always) {
        Matcher name = NAME.matcher(inside);
        if (!name.matches()) {
            names.tell(at, "'{" + inside + "}' names nothing that is known; write {customer.name}, or {{ for a brace");
            return;
        }
        Set<String> known = new LinkedHashSet<>(answers);
        known.addAll(always);
        String word = name.group(1);
        if (!known.contains(word) && !word.startsWith("known.") && !word.startsWith("entity.")) {
            names.tell(
                    at,
                    "'{" + word + "}' is not known here"
                            + Nearest.to(word, known)
                                    .map(near -> "; did you mean {" + near + "}?")
                                    .orElse("; known are " + String.join(", ", known)));
        }
    }

    /** A translation may name only what its text names. */
    void checkFile(String tongue, Tree.Branch file) {
        file.entries().forEach((key, entry) -> {
            if (entry.value() instanceof Tree.Leaf(String said, Origin at)) {
                var more = holes(said);
                more.removeAll(holes(key));
                more.forEach(hole -> names.tell(
                        at, "'{" + hole + "}' is not in the text that this translates into '" + tongue + "'"));
            }
        });
    }

    /** What stops no bot, but was hardly meant: texts of a file that nobody says, and texts that were not translated. */
    List<Problem> hints(Map<String, Tree.Branch> files) {
        List<Problem> hints = new ArrayList<>();
        files.forEach((tongue, file) -> file.entries().forEach((key, entry) -> {
            if (!used.containsKey(key) && !values.contains(key)) {
                hints.add(new Problem(
                        entry.key(),
                        "the bot says no such text"
                                + Nearest.to(key, used.keySet())
                                        .map(near -> "; did you mean '" + near + "'?")
                                        .orElse("; remove it, or write it as the bot does")));
            }
        }));
        translations()
                .byLanguage()
                .forEach((tongue, said) -> used.forEach((key, at) -> {
                    if (!tongue.equals(language) && !said.containsKey(key) && key.matches("(?s).*\\p{L}.*")) {
                        hints.add(new Problem(at, "'" + key + "' is not said in '" + tongue + "'"));
                    }
                }));
        return hints;
    }

    private static Set<String> holes(String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher holes = HOLE.matcher(text);
        while (holes.find()) {
            if (holes.group(1) != null) {
                found.add(holes.group(1).replaceAll("\\|.*", ""));
            }
        }
        return found;
    }

    Translations translations() {
        return new Translations(inline).over(fromFiles);
    }
}
