package openlines.simulator.desk;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;

/** The files of the page, under a policy that lets nothing in but them. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class PageController {

    // no inline script or style, no foreign place, and no text can become markup or code
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; "
                    + "require-trusted-types-for 'script'; trusted-types 'none'";

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json; charset=utf-8",
            "svg", "image/svg+xml");

    @Get("/")
    HttpResponse<?> home() {
        return HttpResponse.redirect(URI.create("/desk/"));
    }

    /** The page's own addresses are relative: without the slash they would miss. */
    @Get("/desk")
    HttpResponse<?> desk(HttpRequest<?> request) throws IOException {
        return request.getPath().endsWith("/") ? file("index.html") : home();
    }

    @Get("/desk/{+path}")
    HttpResponse<byte[]> file(String path) throws IOException {
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null || !path.matches("[a-z0-9-]+(/[a-z0-9-]+)?\\.[a-z]+")) {
            return HttpResponse.notFound();
        }
        try (InputStream file = PageController.class.getResourceAsStream("/desk/" + path)) {
            return file == null ? HttpResponse.notFound() : answer(type, file.readAllBytes());
        }
    }

    private static HttpResponse<byte[]> answer(String type, byte[] content) {
        return HttpResponse.ok(content)
                .contentType(MediaType.of(type))
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cache-Control", "no-cache");
    }
}
