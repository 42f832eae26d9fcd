package openlines.nlp.phrase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One phrase file: {@code phrases}, {@code lists}, {@code patterns}, {@code synonyms}; or a plain list of phrases. */
final class YamlFile {
    /** A file of this name has no phrases: only the entities that all intents share. */
    private static final String ENTITIES = "entities";

    private final String language;
    private final String intent;
    private final String file;
    private final BookBuilder book;

    YamlFile(String language, String intent, String file, BookBuilder book) {
        this.language = language;
        this.intent = intent;
        this.file = file;
        this.book = book;
    }

    void read(String text) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new java.io.StringReader(text));
            switch (root) {
                case null -> book.complain(new Place(file, 1), "the file is empty");
                case SequenceNode list -> phrases(list);
                case MappingNode map when has(map, "nlu") -> new RasaFile(language, file, book).read(map);
                case MappingNode map -> map(map);
                default -> book.complain(place(root), "expected a list of phrases, or 'phrases:'");
            }
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            book.complain(new Place(file, line), String.valueOf(e.getProblem()));
        } catch (YAMLException e) {
            book.complain(new Place(file, 1), String.valueOf(e.getMessage()));
        }
    }

    private void map(MappingNode map) {
        for (NodeTuple entry : map.getValue()) {
            switch (text(entry.getKeyNode())) {
                case "phrases" -> phrases(entry.getValueNode());
                case "lists" -> each(entry.getValueNode(), this::list);
                case "patterns" -> each(entry.getValueNode(), this::pattern);
                case "synonyms" -> book.list(language, "", spellings(entry.getValueNode()));
                default ->
                    book.complain(
                            place(entry.getKeyNode()),
                            "unknown key '" + text(entry.getKeyNode())
                                    + "'; known are phrases, lists, patterns, synonyms");
            }
        }
    }

    private void phrases(Node node) {
        if (intent.equals(ENTITIES)) {
            book.complain(place(node), "entities.yml has no phrases of its own; they belong to an intent's file");
            return;
        }
        for (ScalarNode phrase : scalars(node)) {
            book.phrase(language, intent, phrase.getValue().strip(), place(phrase));
        }
    }

    private void list(String type, Node node) {
        book.list(language, type, spellings(node));
    }

    private void pattern(String type, Node node) {
        for (ScalarNode pattern : scalars(node)) {
            try {
                book.pattern(new ValuePattern(
                        language,
                        type,
                        Pattern.compile(pattern.getValue(), Pattern.UNICODE_CASE | Pattern.CASE_INSENSITIVE)));
            } catch (PatternSyntaxException e) {
                book.complain(place(pattern), "not a regular expression: " + e.getDescription());
            }
        }
    }

    private Map<String, List<String>> spellings(Node node) {
        Map<String, List<String>> spellings = new LinkedHashMap<>();
        if (node instanceof MappingNode map) {
            for (NodeTuple entry : map.getValue()) {
                List<String> ways = new ArrayList<>();
                scalars(entry.getValueNode())
                        .forEach(way -> ways.add(way.getValue().strip()));
                spellings.put(text(entry.getKeyNode()), ways);
            }
        } else {
            scalars(node).forEach(value -> spellings.put(value.getValue().strip(), List.of()));
        }
        return spellings;
    }

    private void each(Node node, java.util.function.BiConsumer<String, Node> entry) {
        if (node instanceof MappingNode map) {
            map.getValue().forEach(tuple -> entry.accept(text(tuple.getKeyNode()), tuple.getValueNode()));
        } else {
            book.complain(place(node), "expected the entities' names, each with its own below it");
        }
    }

    private List<ScalarNode> scalars(Node node) {
        List<ScalarNode> found = new ArrayList<>();
        switch (node) {
            case ScalarNode one -> found.add(one);
            case SequenceNode list ->
                list.getValue().forEach(each -> {
                    if (each instanceof ScalarNode one) {
                        found.add(one);
                    } else {
                        book.complain(
                                place(each), "expected text; quote a phrase that has ': ' or begins with '[' or '{'");
                    }
                });
            default -> book.complain(place(node), "expected a list");
        }
        return found;
    }

    private static boolean has(MappingNode map, String key) {
        return map.getValue().stream()
                .anyMatch(entry -> text(entry.getKeyNode()).equals(key));
    }

    private Place place(Node node) {
        return new Place(file, node.getStartMark().getLine() + 1);
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
}
