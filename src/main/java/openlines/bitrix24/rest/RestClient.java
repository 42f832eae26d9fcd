package openlines.bitrix24.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.client.HttpClient;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import openlines.store.Portal.Access;
import openlines.store.Portal.Application;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Speaks to portals over HTTP; knows no pace, retries nothing. Addresses and bodies carry secrets and are not logged. */
public final class RestClient {
    private static final ObjectMapper JSON = Json.mapper();
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
            String suffix = call.method() + ".json";
            HttpRequest<?> request = HttpRequest.POST(access.endpoint() + suffix, JSON.writeValueAsBytes(body))
                    .contentType(MediaType.APPLICATION_JSON_TYPE)
                    .accept(MediaType.APPLICATION_JSON_TYPE);
            return exchange(request, response -> moved(response, access.endpoint(), suffix));
        } catch (IOException | IllegalArgumentException e) {
            return CompletableFuture.completedFuture(new Answer.Refused(
                    new Problem.Rejected(0, "BAD_CALL", e.getClass().getSimpleName())));
        }
    }

    /** Asks the authorization server, which takes its parameters in the address. */
    CompletableFuture<Answer> get(String address, Map<String, String> query) {
        return exchange(
                HttpRequest.GET(address + "?" + PhpQuery.of(query)).accept(MediaType.APPLICATION_JSON_TYPE),
                _ -> Optional.empty());
    }

    private CompletableFuture<Answer> exchange(
            HttpRequest<?> request, Function<HttpResponse<byte[]>, Optional<Problem>> elsewhere) {
        return Mono.from(http.exchange(request, BYTES, BYTES))
                .map(response -> elsewhere
                        .apply(response)
                        .<Answer>map(Answer.Refused::new)
                        .orElseGet(() -> read(response)))
                .toFuture()
                .exceptionally(RestClient::unreachable);
    }

    /** An outdated address redirects. The call is made anew there, for a client that follows by itself loses its body. */
    private static Optional<Problem> moved(HttpResponse<byte[]> response, String endpoint, String suffix) {
        if (response.code() / 100 != 3) {
            return Optional.empty();
        }
        String location = response.header(HttpHeaders.LOCATION);
        try {
            URI old = URI.create(endpoint);
            URI there = old.resolve(location == null ? "" : location);
            boolean isWhole = there.getPath() != null && there.getPath().endsWith("/" + suffix);
            String path =
                    isWhole ? there.getPath().substring(0, there.getPath().length() - suffix.length()) : old.getPath();
            String moved = there.getScheme() + "://" + there.getAuthority() + path;
            boolean isSafe =
                    there.getScheme().equals("https") || !old.getScheme().equals("https");
            return Optional.of(
                    isSafe && !moved.equals(endpoint)
                            ? new Problem.Moved(moved)
                            : new Problem.Down(response.code(), "REDIRECTED"));
        } catch (IllegalArgumentException e) {
            return Optional.of(new Problem.Down(response.code(), "REDIRECTED"));
        }
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
