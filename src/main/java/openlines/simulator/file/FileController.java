package openlines.simulator.file;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;
import openlines.simulator.engine.Engine;
import org.jspecify.annotations.Nullable;

/** Gives files out: by their own address, and by links that work once. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class FileController {

    private final Contents contents;
    private final Engine engine;

    FileController(Contents contents, Engine engine) {
        this.contents = contents;
        this.engine = engine;
    }

    /** A real portal asks for a session here; the one on the desk does not. */
    @Get("/f/{id}")
    HttpResponse<byte[]> file(long id) {
        return answer(engine.call(() -> contents.find(id)));
    }

    @Get("/rest/download.json{?token}")
    HttpResponse<byte[]> download(@QueryValue @Nullable String token) {
        return answer(engine.call(() -> contents.take(token == null ? "" : token)));
    }

    private static HttpResponse<byte[]> answer(Optional<Contents.Content> content) {
        return content.<HttpResponse<byte[]>>map(found -> HttpResponse.ok(found.bytes())
                        .contentType(MediaType.APPLICATION_OCTET_STREAM_TYPE)
                        .header("Content-Disposition", "attachment; filename=\"" + plain(found.name()) + "\""))
                .orElseGet(HttpResponse::notFound);
    }

    private static String plain(String name) {
        return name.replaceAll("[^\\w. -]", "_");
    }
}
