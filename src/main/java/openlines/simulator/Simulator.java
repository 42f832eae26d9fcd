package openlines.simulator;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import openlines.simulator.desk.Companion;
import openlines.simulator.engine.Engine;
import openlines.simulator.engine.SettableClock;
import openlines.simulator.portal.Address;

/** A running simulated portal. */
public final class Simulator implements AutoCloseable {

    private final ApplicationContext context;
    private final URI url;
    private final String webhook;
    private final Optional<Path> ca;

    private Simulator(ApplicationContext context, URI url, String webhook, Optional<Path> ca) {
        this.context = context;
        this.url = url;
        this.webhook = webhook;
        this.ca = ca;
    }

    /** Starts a portal in an application context of its own. */
    public static Simulator start(Settings settings) {
        Optional<Certificate> certificate =
                settings.tls() ? Optional.of(Certificate.make(settings.host())) : Optional.empty();
        ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .environments("simulator")
                // the runtime's application.yml lies on the same class path
                .enableDefaultPropertySources(false)
                .banner(false)
                .properties(properties(settings, certificate))
                .build();
        context.registerSingleton(settings);
        context.start();
        EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
        URI url = settings.url(server.getPort());
        Address address = context.getBean(Address.class);
        address.listen(url);
        Demo demo = context.getBean(Demo.class);
        Object webhook = context.getBean(Engine.class).call(demo::seed).get("webhook");
        return new Simulator(context, url, String.valueOf(webhook), certificate.map(Certificate::ca));
    }

    private static Map<String, Object> properties(Settings settings, Optional<Certificate> certificate) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "openlines.simulator", "true",
                "micronaut.application.name", "simulator",
                "micronaut.server.host", settings.host(),
                "micronaut.server.port", settings.port(),
                "micronaut.server.max-request-size", "33554432",
                "micronaut.router.static-resources.desk.paths", "classpath:desk",
                "micronaut.router.static-resources.desk.mapping", "/desk/**",
                "micronaut.metrics.enabled", "false",
                "endpoints.all.enabled", "false"));
        certificate.ifPresent(made -> properties.putAll(Map.of(
                "micronaut.server.ssl.enabled",
                "true",
                "micronaut.server.ssl.port",
                settings.port() == 0 ? -1 : settings.port(),
                "micronaut.server.ssl.key-store.path",
                "file:" + made.store(),
                "micronaut.server.ssl.key-store.password",
                made.password(),
                "micronaut.server.ssl.key-store.type",
                "PKCS12")));
        return properties;
    }

    /** Where the portal listens: its methods under {@code /rest/}, its control face under {@code /simulator/}. */
    public URI url() {
        return url;
    }

    public int port() {
        return url.getPort();
    }

    /** The seeded administrator's incoming webhook, with a slash at its end. */
    public String webhook() {
        return webhook;
    }

    /** The file of the throw-away CA's certificate; empty without TLS. */
    public Optional<Path> ca() {
        return ca;
    }

    /** The portal's time. */
    public SettableClock clock() {
        return context.getBean(SettableClock.class);
    }

    /** What stands beside the portal and its page may reach: the runtime's turns, the bots' folders. */
    public Companion companion() {
        return context.getBean(Companion.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
