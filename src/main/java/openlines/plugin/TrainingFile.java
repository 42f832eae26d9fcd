package openlines.plugin;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The file that one intent learns from in one language; a phrase is added where a person would, and all else stays. */
public final class TrainingFile {
    private static final Pattern BARE = Pattern.compile("\\p{L}[\\p{L}\\p{N} ,.!?'()/-]*");
    private static final Pattern WORD = Pattern.compile("(?i)true|false|yes|no|on|off|null|y|n");

    private final Path path;

    private TrainingFile(Path path) {
        this.path = path;
    }

    /**
     * The bot's own file of the intent, else the one that bots share. A file that is not there yet belongs where the bots'
     * shared phrases are; without such a folder it is the bot's own, for a new shared one would stand in for all that ships.
     */
    public static TrainingFile of(Path bots, String bot, String language, String intent) {
        if (!language.matches("[a-z]{2}") || !intent.matches("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]*")) {
            throw new IllegalArgumentException("a phrase belongs to an intent and a language: en, ru, de");
        }
        Path own = bots.resolve(bot).resolve("intents");
        Path shared = Plugins.intents(bots);
        Path inside = Path.of(language, intent + ".yml");
        boolean isOwn = Files.exists(own.resolve(inside)) || !Files.isDirectory(shared);
        return new TrainingFile((isOwn ? own : shared).resolve(inside));
    }

    public Path path() {
        return path;
    }

    /** Adds a phrase as the last one; one that is there already is refused, in words. */
    public void add(String phrase) throws IOException {
        String words = phrase.strip().replaceAll("\\s+", " ");
        if (words.isEmpty() || words.length() > 500) {
            throw new IllegalArgumentException("a phrase has words, and 500 characters at most");
        }
        if (words.contains("[")) {
            throw new IllegalArgumentException(
                    "a phrase with brackets marks an entity; write it into " + path.getFileName());
        }
        String text = Files.exists(path) ? Files.readString(path) : "phrases:\n";
        write(with(text, words));
    }

    private String with(String text, String phrase) {
        String scalar = BARE.matcher(phrase).matches() && !WORD.matcher(phrase).matches() ? phrase : quoted(phrase);
        Optional<SequenceNode> list = phrases(text);
        if (list.isEmpty() || list.get().getValue().isEmpty()) {
            return text.strip().equals("phrases:") ? "phrases:\n  - " + scalar + '\n' : refuse();
        }
        List<Node> all = list.get().getValue();
        if (all.stream()
                .anyMatch(
                        one -> one instanceof ScalarNode node && node.getValue().equals(phrase))) {
            throw new IllegalArgumentException(path.getFileName() + " has this phrase already");
        }
        int end = all.getLast().getEndMark().getIndex();
        if (list.get().getFlowStyle() == org.yaml.snakeyaml.DumperOptions.FlowStyle.FLOW) {
            return cut(text, end, ", " + quoted(phrase));
        }
        String item = " ".repeat(list.get().getStartMark().getColumn()) + "- " + scalar + '\n';
        // a phrase of several lines ends where the next line begins
        return all.getLast().getEndMark().getColumn() == 0 ? cut(text, end, item) : cutBehindLine(text, end, item);
    }

    private String refuse() {
        throw new IllegalArgumentException(path.getFileName() + " has no list of phrases to add to");
    }

    private Optional<SequenceNode> phrases(String text) {
        try {
            return switch (new Yaml(new LoaderOptions()).compose(new StringReader(text))) {
                case SequenceNode list -> Optional.of(list);
                case MappingNode map ->
                    map.getValue().stream()
                            .filter(entry -> entry.getKeyNode() instanceof ScalarNode key
                                    && key.getValue().equals("phrases"))
                            .map(entry -> entry.getValueNode())
                            .filter(SequenceNode.class::isInstance)
                            .map(SequenceNode.class::cast)
                            .findFirst();
                case null, default -> Optional.empty();
            };
        } catch (YAMLException e) {
            throw new IllegalArgumentException(path.getFileName() + " can't be read; mend it first", e);
        }
    }

    private static String cut(String text, int at, String piece) {
        int index = index(text, at);
        return text.substring(0, index) + piece + text.substring(index);
    }

    private static String cutBehindLine(String text, int at, String piece) {
        int end = text.indexOf('\n', index(text, at));
        return end < 0 ? text + '\n' + piece : text.substring(0, end + 1) + piece + text.substring(end + 1);
    }

    /** Marks count code points. */
    private static int index(String text, int mark) {
        return text.offsetByCodePoints(0, Math.min(mark, text.codePointCount(0, text.length())));
    }

    private static String quoted(String phrase) {
        return '"' + phrase.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** At once, for whoever watches the folder must not read half of it. */
    private void write(String text) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        Path next = path.resolveSibling("." + path.getFileName() + ".next");
        Files.writeString(next, text);
        Files.move(next, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
