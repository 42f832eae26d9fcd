package openlines.simulator.event;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The client that calls handlers: made at the first event, follows no redirects. */
@Singleton
final class Trust implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private @Nullable HttpClient client;

    synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .version(Version.HTTP_1_1)
                    .followRedirects(Redirect.NEVER)
                    .connectTimeout(CONNECT)
                    .build();
        }
        return client;
    }

    @Override
    @PreDestroy
    public synchronized void close() {
        if (client != null) {
            client.shutdownNow();
        }
    }
}
