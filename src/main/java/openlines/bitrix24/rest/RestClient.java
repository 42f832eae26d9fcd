package openlines.bitrix24.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.client.HttpClient;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import openlines.store.Portal.Access;
import openlines.store.Portal.Application;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Speaks to portals over HTTP; knows no pace, retries nothing. Addresses and bodies carry secrets and are not logged. */
public final class RestClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Argument<byte[]> BYTES = Argument.of(byte[].class);

    private final HttpClient http;
    private final InstantSource clock;

    public RestClient(HttpClient http, InstantSource clock) {
        this.http = http;
        this.clock = clock;
    }

    /** One request for one call. The future always completes with an answer. */
    CompletableFuture<Answer> post(Access access, Call call) {
        var body = new LinkedHashMap<>(call.parameters());
        if (access instanceof Application application) {
            body.put("auth", application.accessToken());
        }
        try {
            return exchange(HttpRequest.POST(access.endpoint() + call.method() + ".json", JSON.writeValueAsBytes(body))
                    .contentType(MediaType.APPLICATION_JSON_TYPE)
                    .accept(MediaType.APPLICATION_JSON_TYPE));
        } catch (IOException | IllegalArgumentException e) {
            return CompletableFuture.completedFuture(new Answer.Refused(
                    new Problem.Rejected(0, "BAD_CALL", e.getClass().getSimpleName())));
        }
    }

    /** Asks the authorization server, which takes its parameters in the address. */
    CompletableFuture<Answer> get(String address, Map<String, String> query) {
        return exchange(HttpRequest.GET(address + "?" + PhpQuery.of(query)).accept(MediaType.APPLICATION_JSON_TYPE));
    }

    private CompletableFuture<Answer> exchange(HttpRequest<?> request) {
        return Mono.from(http.exchange(request, BYTES, BYTES))
                .map(this::read)
                .toFuture()
                .exceptionally(RestClient::unreachable);
    }

    private Answer read(HttpResponse<byte[]> response) {
        JsonNode body = json(response.body());
        int status = response.code();
        // the authorization server, and a batch's inner answers, may say an error with any status
        if (status == 200 && !body.isMissingNode() && !body.has("error")) {
            return new Answer.Result(body);
        }
        return new Answer.Refused(
                status == 200 && body.isMissingNode()
                        ? new Problem.Down(status, "ERROR_UNEXPECTED_ANSWER")
                        : Problem.of(status, body, clock.instant()));
    }

    private static JsonNode json(byte @Nullable [] bytes) {
        if (bytes == null || bytes.length == 0) {
            return MissingNode.getInstance();
        }
        try {
            JsonNode node = JSON.readTree(bytes);
            return node.isObject() ? node : MissingNode.getInstance();
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /** Only the kind of failure: messages of HTTP clients quote addresses. */
    private static Answer unreachable(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return new Answer.Refused(new Problem.Unreachable(cause.getClass().getSimpleName()));
    }
}
