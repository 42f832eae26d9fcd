package openlines.simulator.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import openlines.simulator.engine.Json;
import openlines.simulator.engine.JsonMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** What the page gets from beside the portal, passed on so that it need not leave its own origin. */
@Controller("/simulator")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class BesideController {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST = 1_000_000;

    private final Companion companion;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    BesideController(Companion companion) {
        this.companion = companion;
    }

    /** The runtime's own trace of its last turns in a dialog; with {@code quiet} when it has answered all that has come. */
    @Get("/turns")
    HttpResponse<byte[]> turns(@QueryValue long chat, @QueryValue(defaultValue = "false") boolean quiet)
            throws InterruptedException {
        URI runtime = companion.turns().orElse(null);
        if (runtime == null) {
            return answer(404, "no runtime stands beside this portal");
        }
        try {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(runtime + "?chat=" + chat + (quiet ? "&quiet=true" : "")))
                    .timeout(PATIENCE.multipliedBy(3))
                    .build();
            var response = http.send(request, BodyHandlers.ofByteArray());
            return HttpResponse.<byte[]>status(HttpStatus.valueOf(response.statusCode()))
                    .contentType(MediaType.APPLICATION_JSON_TYPE)
                    .body(response.body());
        } catch (IOException e) {
            return answer(502, "the runtime does not answer");
        }
    }

    /** Keeps a dialog script in the bot's folder; never over one that is there. */
    @Put("/scripts/{bot}/{file}")
    HttpResponse<byte[]> save(String bot, String file, @Body byte @Nullable [] body) throws IOException {
        if (!companion.bots().contains(bot)) {
            return answer(404, "no bot " + bot);
        }
        if (!Companion.isScript(file)) {
            return answer(400, "a script's name is letters, digits and dashes, and ends in .yml");
        }
        if (body == null || body.length == 0 || body.length > LONGEST) {
            return answer(400, "a script has a text, of a million bytes at most");
        }
        return companion.save(bot, file, new String(body, StandardCharsets.UTF_8))
                ? answer(200, "")
                : answer(409, file + " is there already; choose another name");
    }

    /** The dialogs that are kept for a bot, as they are written: a file's own settings and its dialogs with theirs. */
    @Get("/scripts/{bot}")
    HttpResponse<byte[]> scripts(String bot) throws IOException {
        if (!companion.bots().contains(bot)) {
            return answer(404, "no bot " + bot);
        }
        List<JsonMap> scripts = new ArrayList<>();
        for (String file : companion.scripts(bot)) {
            JsonMap script = JsonMap.of("file", file);
            try {
                Object written = new Yaml(new SafeConstructor(new LoaderOptions()))
                        .load(companion.script(bot, file).orElse(""));
                scripts.add(script.with("script", written));
            } catch (YAMLException e) {
                scripts.add(script.with("problem", String.valueOf(e.getMessage())));
            }
        }
        return ok(scripts);
    }

    /** The intents that a bot answers: what a phrase can be added to. */
    @Get("/intents/{bot}")
    HttpResponse<byte[]> intents(String bot) {
        return companion
                .school()
                .map(school -> ok(school.intents(bot)))
                .orElseGet(() -> answer(404, "nobody keeps phrases beside this portal"));
    }

    /** {@code {bot, language, intent, phrase}}: writes the phrase into the intent's training file. */
    @Post("/phrases")
    HttpResponse<byte[]> teach(@Body byte @Nullable [] body) throws IOException {
        Companion.School school = companion.school().orElse(null);
        if (school == null) {
            return answer(404, "nobody keeps phrases beside this portal");
        }
        JsonNode given;
        try {
            given = Json.parseTree(body == null ? new byte[0] : body);
        } catch (IOException e) {
            return answer(400, "the body is no JSON");
        }
        try {
            return ok(JsonMap.of(
                    "file",
                    school.teach(
                            given.path("bot").asText(""),
                            given.path("language").asText(""),
                            given.path("intent").asText(""),
                            given.path("phrase").asText(""))));
        } catch (IllegalArgumentException e) {
            return answer(400, String.valueOf(e.getMessage()));
        }
    }

    private static HttpResponse<byte[]> ok(Object json) {
        return HttpResponse.ok(Json.bytes(json)).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    private static HttpResponse<byte[]> answer(int status, String words) {
        JsonMap json = status == 200 ? JsonMap.of("ok", true) : JsonMap.of("error", words);
        return HttpResponse.<byte[]>status(HttpStatus.valueOf(status))
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(Json.bytes(json));
    }
}
