package openlines.simulator.control;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.function.Function;
import java.util.function.Supplier;
import openlines.simulator.engine.Engine;
import openlines.simulator.engine.Json;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.Value;

/** Runs a command of the control face on the engine and answers in JSON. */
@Singleton
final class Answers {

    private final Engine engine;

    Answers(Engine engine) {
        this.engine = engine;
    }

    HttpResponse<byte[]> to(Supplier<?> command) {
        return direct(() -> engine.call(command));
    }

    HttpResponse<byte[]> to(byte[] body, Function<Parameters, ?> command) {
        return direct(() -> {
            Parameters given = read(body);
            return engine.call(() -> command.apply(given));
        });
    }

    /** Without the engine: for what waits, or looks at something beside the portal's state. */
    HttpResponse<byte[]> direct(Supplier<?> command) {
        try {
            return respond(200, command.get());
        } catch (Refusal e) {
            return respond(e.status(), JsonMap.of("error", e.getMessage()));
        } catch (RestError e) {
            return respond(e.status(), JsonMap.of("error", e.code()).with("error_description", e.description()));
        }
    }

    static Parameters read(byte[] body) {
        try {
            return body.length == 0 ? Parameters.none() : new Parameters(Value.map(Json.parse(body)));
        } catch (IOException e) {
            throw Refusal.bad("the body is no JSON");
        }
    }

    private static HttpResponse<byte[]> respond(int status, Object answer) {
        return HttpResponse.<byte[]>status(HttpStatus.valueOf(status))
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(Json.bytes(answer));
    }
}
