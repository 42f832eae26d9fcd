package openlines.simulator.rest;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import openlines.simulator.engine.Engine;
import openlines.simulator.engine.Json;
import openlines.simulator.engine.JsonMap;
import org.jspecify.annotations.Nullable;

/** The authorization server, which a real portal has elsewhere. */
@Controller("/oauth")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class OauthController {

    private final Engine engine;
    private final Oauth oauth;

    OauthController(Engine engine, Oauth oauth) {
        this.engine = engine;
        this.oauth = oauth;
    }

    @Get("/token{/end}")
    HttpResponse<byte[]> get(HttpRequest<?> request, @Nullable String end) {
        return token(query(request));
    }

    @Post("/token{/end}")
    HttpResponse<byte[]> post(HttpRequest<?> request, @Nullable String end, @Body byte @Nullable [] body) {
        JsonMap params = query(request);
        if (body != null) {
            params.putAll(PhpForm.parse(new String(body, StandardCharsets.UTF_8)));
        }
        return token(params);
    }

    /** A person would log in here; on the desk the one who installed the application always does. */
    @Get("/authorize{/end}")
    HttpResponse<byte[]> authorize(HttpRequest<?> request, @Nullable String end) {
        return answer(() -> {
            String url = engine.call(() -> oauth.authorize(new Parameters(query(request))));
            return HttpResponse.redirect(URI.create(url));
        });
    }

    private HttpResponse<byte[]> token(JsonMap params) {
        return answer(() -> HttpResponse.ok(Json.bytes(engine.call(() -> oauth.token(new Parameters(params)))))
                .contentType(MediaType.APPLICATION_JSON_TYPE));
    }

    private static HttpResponse<byte[]> answer(Supplier<HttpResponse<byte[]>> answer) {
        try {
            return answer.get();
        } catch (RestError e) {
            return HttpResponse.<byte[]>status(HttpStatus.valueOf(e.status()))
                    .contentType(MediaType.APPLICATION_JSON_TYPE)
                    .body(Json.bytes(e.json()));
        }
    }

    private static JsonMap query(HttpRequest<?> request) {
        String query = request.getUri().getRawQuery();
        return PhpForm.parse(query == null ? "" : query);
    }
}
