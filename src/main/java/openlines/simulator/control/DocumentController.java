package openlines.simulator.control;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.rest.MethodRegistry;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the portal says of itself: its control face described, its methods, and what in it is assumed. */
@Controller("/simulator")
final class DocumentController {

    private final Answers answers;
    private final MethodRegistry methods;

    DocumentController(Answers answers, MethodRegistry methods) {
        this.answers = answers;
        this.methods = methods;
    }

    @Get("/openapi")
    HttpResponse<byte[]> openapi() {
        return HttpResponse.ok(read("/simulator/openapi.yaml")).contentType(MediaType.of("application/yaml"));
    }

    @Get("/coverage")
    HttpResponse<byte[]> coverage() {
        return answers.direct(() -> {
            Object assumed = new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(new String(read("/simulator/assumed.yaml"), StandardCharsets.UTF_8));
            return JsonMap.of(
                            "methods",
                            methods.all().stream()
                                    .map(method -> JsonMap.of("name", method.name())
                                            .with("scope", new TreeSet<>(method.scope()))
                                            .with("appOnly", method.appOnly()))
                                    .toList())
                    .with("assumed", assumed);
        });
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
