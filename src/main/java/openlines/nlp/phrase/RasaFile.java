package openlines.nlp.phrase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Rasa's training data: {@code nlu:} with intents, synonyms, lookups and regexes. */
final class RasaFile {
    private final String language;
    private final String file;
    private final BookBuilder book;

    RasaFile(String language, String file, BookBuilder book) {
        this.language = language;
        this.file = file;
        this.book = book;
    }

    void read(MappingNode root) {
        for (NodeTuple entry : root.getValue()) {
            if (text(entry.getKeyNode()).equals("nlu")) {
                if (entry.getValueNode() instanceof SequenceNode list) {
                    list.getValue().forEach(this::item);
                } else {
                    book.complain(place(entry.getValueNode(), 0), "nlu: expected a list");
                }
            }
        }
    }

    private void item(Node node) {
        if (!(node instanceof MappingNode map)) {
            book.complain(place(node, 0), "expected intent, synonym, lookup or regex with examples");
            return;
        }
        Map<String, Node> fields = new LinkedHashMap<>();
        map.getValue().forEach(entry -> fields.put(text(entry.getKeyNode()), entry.getValueNode()));
        Node examples = fields.get("examples");
        if (!(examples instanceof ScalarNode block)) {
            book.complain(place(node, 0), "examples: expected a block of lines that begin with '- '");
            return;
        }
        if (fields.get("intent") instanceof ScalarNode intent) {
            lines(block, (line, place) -> book.phrase(language, intent.getValue(), line, place));
        } else if (fields.get("synonym") instanceof ScalarNode value) {
            List<String> ways = new ArrayList<>();
            lines(block, (line, _) -> ways.add(line));
            book.list(language, "", Map.of(value.getValue(), ways));
        } else if (fields.get("lookup") instanceof ScalarNode type) {
            Map<String, List<String>> values = new LinkedHashMap<>();
            lines(block, (line, _) -> values.put(line, List.of()));
            book.list(language, type.getValue(), values);
        } else if (fields.get("regex") instanceof ScalarNode type) {
            lines(block, (line, place) -> pattern(type.getValue(), line, place));
        } else {
            book.complain(place(node, 0), "expected intent, synonym, lookup or regex");
        }
    }

    private void pattern(String type, String regex, Place place) {
        try {
            book.pattern(new ValuePattern(language, type, Pattern.compile(regex)));
        } catch (PatternSyntaxException e) {
            book.complain(place, "not a regular expression: " + e.getDescription());
        }
    }

    private void lines(ScalarNode block, BiConsumer<String, Place> each) {
        List<String> lines = block.getValue().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith("- ")) {
                each.accept(line.substring(2).strip(), place(block, i + 1));
            } else if (!line.isEmpty()) {
                book.complain(place(block, i + 1), "expected a line that begins with '- '");
            }
        }
    }

    private Place place(Node node, int below) {
        return new Place(file, node.getStartMark().getLine() + 1 + below);
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
}
