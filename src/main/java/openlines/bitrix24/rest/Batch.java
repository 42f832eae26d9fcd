package openlines.bitrix24.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Several calls as one request; one that fails harms no other. */
final class Batch {
    private Batch() {}

    static Call of(List<Call> calls) {
        var commands = new LinkedHashMap<String, Object>();
        for (Call call : calls) {
            String query = PhpQuery.of(call.parameters());
            commands.put("c" + commands.size(), query.isEmpty() ? call.method() : call.method() + "?" + query);
        }
        return new Call("batch", Map.of("halt", 0, "cmd", commands));
    }

    /** The answer to the call at a place. Empty maps come as empty arrays, which {@code path} does not mind. */
    static Answer answer(JsonNode body, int place, Instant now) {
        JsonNode inner = body.path("result");
        String key = "c" + place;
        JsonNode error = inner.path("result_error").path(key);
        if (!error.isMissingNode()) {
            // no status of its own: a limit is known by its code, everything else is the call's own fault
            return new Answer.Refused(Problem.of(400, error, now));
        }
        JsonNode result = inner.path("result").path(key);
        if (result.isMissingNode()) {
            return new Answer.Refused(new Problem.Down(200, "ERROR_UNEXPECTED_ANSWER"));
        }
        var whole = new LinkedHashMap<String, JsonNode>();
        whole.put("result", result);
        return new Answer.Result(new com.fasterxml.jackson.databind.node.ObjectNode(
                com.fasterxml.jackson.databind.node.JsonNodeFactory.instance, whole));
    }
}
