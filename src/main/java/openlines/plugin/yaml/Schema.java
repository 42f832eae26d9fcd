package openlines.plugin.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import openlines.bot.Problem;

/**
 * A JSON Schema, as far as ours go: the same file that completes a bot in an editor checks it here.
 *
 * <p>JSON is YAML, so the schema is read as the bots are. The walk over both lives in {@link SchemaCheck}.
 */
public final class Schema {
    private final Tree.Branch root;

    private Schema(Tree.Branch root) {
        this.root = root;
    }

    /** The schema of {@code bot.yml}. */
    public static Schema ofBots() {
        return resource("/openlines/bot.schema.json");
    }

    /** A schema from the class path. */
    public static Schema resource(String name) {
        try (InputStream in = Schema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the class path lacks " + name);
            }
            return read(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Schema read(String name, String text) {
        List<Problem> problems = new ArrayList<>();
        Optional<Tree> tree = new YamlReader(name, problems::add).read(text);
        if (tree.orElse(null) instanceof Tree.Branch branch && problems.isEmpty()) {
            return new Schema(branch);
        }
        throw new IllegalStateException("the schema can't be read: " + problems);
    }

    /** Tells all that does not fit. */
    public void check(Tree tree, Consumer<Problem> problems) {
        new SchemaCheck(this, problems).check(root, tree, "the file");
    }

    Tree.Branch root() {
        return root;
    }

    /** The schema itself, or the one it points to; keys beside the pointer (a description) are the pointer's own. */
    Tree.Branch resolve(Tree.Branch schema) {
        return schema.text("$ref").map(this::definition).orElse(schema);
    }

    private Tree.Branch definition(String pointer) {
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        return root.branch("definitions")
                .flatMap(all -> all.branch(name))
                .orElseThrow(() -> new IllegalStateException("the schema has no " + pointer));
    }

    /** The alternatives of a schema; itself where it has none. */
    List<Tree.Branch> alternatives(Tree.Branch schema) {
        Tree.Branch resolved = resolve(schema);
        if (!(resolved.get("anyOf").orElse(null) instanceof Tree.Items(var all, var ignored))) {
            return List.of(resolved);
        }
        List<Tree.Branch> flat = new ArrayList<>();
        all.forEach(each -> flat.addAll(alternatives((Tree.Branch) each)));
        return flat;
    }

    static List<String> texts(Optional<Tree> list) {
        return list.orElse(null) instanceof Tree.Items(var all, var ignored)
                ? all.stream().map(item -> ((Tree.Leaf) item).text()).toList()
                : List.of();
    }
}
