package openlines.plugin.yaml;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A schema as a page of the manual: one table for each kind of thing, so that the page can't differ from what is checked. */
public final class Reference {
    private final Schema schema;
    private final StringBuilder page = new StringBuilder();

    private Reference(Schema schema) {
        this.schema = schema;
    }

    /** The page's text, in Markdown. */
    public static String of(Schema schema, String heading, String introduction) {
        var reference = new Reference(schema);
        reference
                .page
                .append("# ")
                .append(heading)
                .append("\n\n")
                .append(introduction)
                .append("\n\n");
        reference.keys(schema.root());
        schema.root()
                .branch("properties")
                .ifPresent(all -> all.forEach((key, tree) -> {
                    Tree.Branch property = (Tree.Branch) tree;
                    if (property.get("$ref").isEmpty()) {
                        reference.section("`" + key + "`", property);
                    }
                }));
        schema.root()
                .branch("definitions")
                .ifPresent(all -> all.forEach(
                        (name, tree) -> reference.section(title((Tree.Branch) tree, name), (Tree.Branch) tree)));
        return reference.page.toString().strip() + "\n";
    }

    private static String title(Tree.Branch schema, String name) {
        String title = schema.text("title").orElse(name);
        return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
    }

    private void section(String heading, Tree.Branch described) {
        page.append("## ").append(heading).append("\n\n");
        described.text("description").ifPresent(words -> page.append(words).append("\n\n"));
        page.append("Takes ").append(kinds(described)).append(".\n\n");
        for (Tree.Branch each : schema.alternatives(described)) {
            if (each.branch("properties").isPresent() && !named(each, described)) {
                keys(each);
            }
        }
        examples(described);
    }

    /** An alternative that has a section of its own. */
    private boolean named(Tree.Branch alternative, Tree.Branch described) {
        return !alternative.equals(described)
                && schema.root().branch("definitions").stream()
                        .anyMatch(all -> all.entries().values().stream()
                                .anyMatch(entry -> entry.value().equals(alternative)));
    }

    private void keys(Tree.Branch described) {
        List<String> required = Schema.texts(described.get("required"));
        page.append("| key | takes | what it is |\n|---|---|---|\n");
        described
                .branch("properties")
                .ifPresent(all -> all.forEach((key, tree) -> {
                    Tree.Branch property = (Tree.Branch) tree;
                    page.append("| `")
                            .append(key)
                            .append(required.contains(key) ? "` (needed)" : "`")
                            .append(" | ");
                    page.append(kinds(property)).append(" | ");
                    page.append(description(property)).append(" |\n");
                }));
        page.append('\n');
    }

    private String description(Tree.Branch property) {
        return property.text("description")
                .or(() -> schema.resolve(property).text("description"))
                .orElse("")
                .replace("|", "\\|");
    }

    /** What a schema takes, in a few words. */
    private String kinds(Tree.Branch described) {
        Optional<String> pointer = described.text("$ref");
        if (pointer.isPresent()) {
            String title = schema.resolve(described).text("title").orElse("");
            return "[" + title + "](#" + anchor(title) + ")";
        }
        if (described.get("anyOf").orElse(null) instanceof Tree.Items(var all, var ignored)) {
            return all.stream()
                    .map(each -> kinds((Tree.Branch) each))
                    .distinct()
                    .collect(Collectors.joining(", or "));
        }
        List<String> allowed = Schema.texts(described.get("enum"));
        if (!allowed.isEmpty()) {
            return allowed.stream().map(each -> "`" + each + "`").collect(Collectors.joining(", "));
        }
        return switch (described.text("type").orElse("object")) {
            case "string" -> "text";
            case "boolean" -> "`true` or `false`";
            case "integer" -> "a number";
            case "array" ->
                "a list of " + described.branch("items").map(this::kinds).orElse("anything");
            default -> inside(described);
        };
    }

    private String inside(Tree.Branch described) {
        if (described.branch("properties").isPresent()) {
            return "keys";
        }
        Optional<Tree.Branch> free = described
                .branch("patternProperties")
                .map(all ->
                        (Tree.Branch) all.entries().values().iterator().next().value())
                .or(() -> described.branch("additionalProperties"));
        return free.map(each -> "names, each with " + kinds(each)).orElse("keys");
    }

    private static String anchor(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
    }

    private void examples(Tree.Branch described) {
        if (described.get("examples").orElse(null) instanceof Tree.Items(var all, var ignored)) {
            page.append("For example: ")
                    .append(all.stream().map(each -> "`" + flow(each) + "`").collect(Collectors.joining(", ")))
                    .append("\n\n");
        }
    }

    /** An example as YAML in one line. */
    private static String flow(Tree tree) {
        return switch (tree) {
            case Tree.Leaf(String text, var ignored) ->
                text.matches("[\\p{L}\\d][\\p{L}\\d ._-]*") ? text : "\"" + text + "\"";
            case Tree.Items(var all, var ignored) ->
                all.stream().map(Reference::flow).collect(Collectors.joining(", ", "[", "]"));
            case Tree.Branch branch ->
                branch.entries().entrySet().stream()
                        .map(entry ->
                                entry.getKey() + ": " + flow(entry.getValue().value()))
                        .collect(Collectors.joining(", ", "{ ", " }"));
        };
    }
}
