package openlines.bench.floor;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;

/** A bare Micronaut server with one endpoint. */
public final class FloorServer {
    private FloorServer() {}

    public static void main(String[] arguments) {
        ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .properties(Map.of(
                        "openlines.floor",
                        true,
                        "floor.portal",
                        arguments[1],
                        "micronaut.server.host",
                        "127.0.0.1",
                        "micronaut.server.port",
                        arguments[0],
                        "micronaut.metrics.enabled",
                        false,
                        "endpoints.all.enabled",
                        false))
                .start()
                .getBean(EmbeddedServer.class)
                .start();
    }
}
