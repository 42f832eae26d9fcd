package openlines.simulator.provenance;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What an exchange with the portal rests on: pages, examples on them, or the simulator's own choice. */
@Singleton
public final class Provenance {
    private static final Pattern ERROR = Pattern.compile("\\A\\s*\\{\\s*\"error\"\\s*:\\s*\"([^\"]{0,100})\"");

    private final Notes observed = new Notes(sentences("observed"));
    private final Notes assumed = new Notes(sentences("assumed"));
    private final Map<String, Page> methods = new TreeMap<>();
    private final Map<String, Page> events = new TreeMap<>();
    private final List<String> errors;

    /** How sure a behaviour is, from the surest on. */
    public enum Mark {
        DOCUMENTED,
        OBSERVED,
        ASSUMED
    }

    /**
     * Where something is described.
     *
     * @param name as the page writes it
     * @param path the page, among the public documentation's; empty where it stands among general words
     * @param errors the codes that the page names
     */
    public record Page(String name, String path, List<String> errors) {}

    /** What is said about an exchange: the least sure of it, and the sentences on that. */
    public record Basis(Mark mark, String page, List<String> words) {}

    Provenance() {
        Map<?, ?> documented = (Map<?, ?>) load("documented");
        ((Map<?, ?>) at(documented, "methods")).forEach((name, page) -> put(methods, name, (Map<?, ?>) page));
        ((Map<?, ?>) at(documented, "events")).forEach((name, page) -> put(events, name, (Map<?, ?>) page));
        errors = texts(at(documented, "errors"));
    }

    private static void put(Map<String, Page> pages, Object name, Map<?, ?> page) {
        Object path = page.get("page");
        pages.put(
                name.toString().toLowerCase(Locale.ROOT),
                new Page(name.toString(), path == null ? "" : path.toString(), texts(page.get("errors"))));
    }

    /** A call of a method, with the answer that it got. */
    public Basis call(String method, String answer) {
        Page page = methods.get(method.toLowerCase(Locale.ROOT));
        List<String> unnamed = new ArrayList<>();
        Matcher error = ERROR.matcher(answer);
        if (error.find()
                && page != null
                && !page.errors().contains(error.group(1))
                && !errors.contains(error.group(1))) {
            unnamed.add("Its page does not name the error " + error.group(1) + ".");
        }
        return basis(method, page, unnamed);
    }

    public Basis event(String name) {
        return basis(name, events.get(name.toLowerCase(Locale.ROOT)), List.of());
    }

    private Basis basis(String name, @Nullable Page page, List<String> more) {
        String small = name.toLowerCase(Locale.ROOT);
        List<String> chosen = new ArrayList<>(more);
        if (page == null) {
            chosen.add("No page describes it.");
        }
        chosen.addAll(assumed.about(small));
        List<String> seen = observed.about(small);
        Mark mark = !chosen.isEmpty() ? Mark.ASSUMED : !seen.isEmpty() ? Mark.OBSERVED : Mark.DOCUMENTED;
        chosen.addAll(seen);
        return new Basis(mark, page == null ? "" : page.path(), List.copyOf(chosen));
    }

    /** The methods that pages describe. */
    public List<Page> methods() {
        return List.copyOf(methods.values());
    }

    /** The events that pages describe. */
    public List<Page> events() {
        return List.copyOf(events.values());
    }

    /** The errors that any method may answer. */
    public List<String> errors() {
        return errors;
    }

    public List<String> observed() {
        return observed.all();
    }

    public List<String> assumed() {
        return assumed.all();
    }

    private static List<String> sentences(String file) {
        return texts(load(file));
    }

    private static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> items
                ? items.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static Object at(Map<?, ?> map, String key) {
        Object value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("documented.yaml has no " + key);
        }
        return value;
    }

    private static Object load(String file) {
        try (InputStream stream = Provenance.class.getResourceAsStream("/simulator/" + file + ".yaml")) {
            if (stream == null) {
                throw new IllegalStateException(file + ".yaml is not in this build");
            }
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
