package openlines.simulator.control;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.provenance.Provenance;
import openlines.simulator.provenance.Provenance.Basis;
import openlines.simulator.provenance.Provenance.Page;
import openlines.simulator.rest.MethodRegistry;

/** What the portal says of itself: its control face described, its methods, and what in it is assumed. */
@Controller("/simulator")
final class DocumentController {

    private final Answers answers;
    private final MethodRegistry methods;
    private final Provenance provenance;

    DocumentController(Answers answers, MethodRegistry methods, Provenance provenance) {
        this.answers = answers;
        this.methods = methods;
        this.provenance = provenance;
    }

    @Get("/openapi")
    HttpResponse<byte[]> openapi() {
        return HttpResponse.ok(read("/simulator/openapi.yaml")).contentType(MediaType.of("application/yaml"));
    }

    /** Methods, events and errors with what each rests on; and all that is not words of a page. */
    @Get("/coverage")
    HttpResponse<byte[]> coverage() {
        return answers.direct(() -> JsonMap.of("methods", methods())
                .with(
                        "events",
                        provenance.events().stream()
                                .map(page -> json(page, provenance.event(page.name())))
                                .toList())
                .with("errors", provenance.errors())
                .with("observed", provenance.observed())
                .with("assumed", provenance.assumed()));
    }

    /** Those that stand, and those that a page describes and that do not. */
    private List<JsonMap> methods() {
        Map<String, JsonMap> all = new TreeMap<>();
        provenance
                .methods()
                .forEach(page -> all.put(
                        page.name().toLowerCase(Locale.ROOT),
                        json(page, provenance.call(page.name(), "")).with("stands", false)));
        methods.all().forEach(method -> {
            String key = method.name().toLowerCase(Locale.ROOT);
            all.computeIfAbsent(
                            key,
                            name -> json(new Page(method.name(), "", List.of()), provenance.call(method.name(), "")))
                    .with("name", method.name())
                    .with("scope", new TreeSet<>(method.scope()))
                    .with("appOnly", method.appOnly())
                    .with("stands", true);
        });
        return List.copyOf(all.values());
    }

    private static JsonMap json(Page page, Basis basis) {
        return JsonMap.of("name", page.name())
                .with("page", page.path())
                .with("errors", page.errors())
                .with("mark", basis.mark().name().toLowerCase(Locale.ROOT))
                .with("words", basis.words());
    }

    private static byte[] read(String resource) {
        try (InputStream stream = DocumentController.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + " is not in this build");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
