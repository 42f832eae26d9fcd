package openlines.runtime;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Rings at a handler's address with a body that tells nothing, which a runtime's event door refuses in its own words. */
final class Doorbell {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Doorbell() {}

    /** What is wrong there, {@code ""} for nothing. */
    static String ring(String handler) {
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(handler))
                            .timeout(PATIENCE)
                            .POST(BodyPublishers.ofString("doctor=1"))
                            .build(),
                    BodyHandlers.ofString());
            return answer.statusCode() == 400 && answer.body().contains("no event")
                    ? ""
                    : "something else answers, with status " + answer.statusCode();
        } catch (IOException | IllegalArgumentException e) {
            return "nothing answers";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "nothing answers";
        }
    }
}
