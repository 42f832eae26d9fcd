package openlines.simulator.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import openlines.simulator.engine.Json;
import openlines.simulator.engine.JsonMap;

/** Reads what a call was given: the query, and over it the body in any of the documented types. */
final class RequestBody {

    private RequestBody() {}

    static Parameters read(Request request) throws IOException {
        JsonMap values = PhpForm.parse(request.query());
        if (request.body().length > 0) {
            values.putAll(body(request));
        }
        return new Parameters(values);
    }

    private static JsonMap body(Request request) throws IOException {
        String type = request.contentType().toLowerCase(Locale.ROOT);
        if (type.contains("json") || (type.isEmpty() && request.body()[0] == '{')) {
            return Value.map(Json.parse(request.body()));
        }
        if (type.startsWith("multipart/form-data")) {
            return Multipart.parse(request.body(), request.contentType());
        }
        return PhpForm.parse(new String(request.body(), StandardCharsets.UTF_8));
    }
}
