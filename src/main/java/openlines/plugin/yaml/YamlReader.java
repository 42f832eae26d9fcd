package openlines.plugin.yaml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import openlines.bot.Origin;
import openlines.bot.Problem;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a YAML text into a {@link Tree}; what is no YAML, or stands twice, is a problem with its line. */
public final class YamlReader {
    private static final int DEEPEST = 60;

    private final String file;
    private final Consumer<Problem> problems;

    public YamlReader(String file, Consumer<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    public Optional<Tree> read(String text) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root == null) {
                tell(new Origin(file, 1), "the file is empty; write what belongs in it, or remove it");
                return Optional.empty();
            }
            return Optional.of(tree(root, 0));
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            tell(new Origin(file, mark == null ? 1 : mark.getLine() + 1), "this is no YAML: " + inWords(e));
        } catch (YAMLException e) {
            tell(new Origin(file, 1), "this is no YAML: " + firstLine(e.getMessage()));
        }
        return Optional.empty();
    }

    private static String inWords(MarkedYAMLException e) {
        String problem = firstLine(e.getProblem());
        if (problem.contains("\\t")) {
            return "it is indented with a tab; use spaces";
        }
        if (problem.contains("mapping values are not allowed here")) {
            return problem + "; put quotes around a text that has ': ' in it";
        }
        if (problem.startsWith("expected ',' or")) {
            return problem + "; put quotes around a text in braces that has ',' or '?' in it";
        }
        return problem;
    }

    private static String firstLine(@Nullable String words) {
        return words == null ? "unreadable" : words.lines().findFirst().orElse("unreadable");
    }

    private Tree tree(Node node, int depth) {
        Origin at = at(node);
        if (depth > DEEPEST) {
            tell(at, "this is nested deeper than " + DEEPEST + " levels");
            return new Tree.Leaf("", at);
        }
        return switch (node) {
            case ScalarNode leaf -> new Tree.Leaf(leaf.getValue(), at);
            case SequenceNode list -> items(list, at, depth);
            case MappingNode map -> branch(map, at, depth);
            default -> throw new IllegalStateException("a node of an unknown kind: " + node.getNodeId());
        };
    }

    private Tree items(SequenceNode list, Origin at, int depth) {
        List<Tree> items = new ArrayList<>();
        list.getValue().forEach(item -> items.add(tree(item, depth + 1)));
        return new Tree.Items(items, at);
    }

    private Tree branch(MappingNode map, Origin at, int depth) {
        Map<String, Tree.Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : map.getValue()) {
            Origin where = at(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                tell(where, "a key must be text; put quotes around what begins with '{' or '['");
                continue;
            }
            Tree.Entry earlier =
                    entries.putIfAbsent(key.getValue(), new Tree.Entry(where, tree(tuple.getValueNode(), depth + 1)));
            if (earlier != null) {
                tell(
                        where,
                        "'" + key.getValue() + "' stands here twice, first in line "
                                + earlier.key().line() + "; remove one");
            }
        }
        return new Tree.Branch(entries, at);
    }

    private Origin at(Node node) {
        return new Origin(file, node.getStartMark().getLine() + 1);
    }

    private void tell(Origin where, String what) {
        problems.accept(new Problem(where, what));
    }
}
