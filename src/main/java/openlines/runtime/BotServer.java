package openlines.runtime;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.netty.NettyEmbeddedServer;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import openlines.bitrix24.rest.Calls;
import openlines.store.Inbox;
import openlines.store.Outbox;
import openlines.store.Portals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The runtime as it runs: its event door is open, its dialogs are worked on. */
public final class BotServer implements AutoCloseable {
    /** The path of the event door. */
    public static final String EVENTS = "/bitrix24/events";

    /** The name under which the client finds whom it trusts. */
    static final String TRUST = "portals";

    private static final Logger LOG = LoggerFactory.getLogger(BotServer.class);

    private static final Duration SETTLED = Duration.ofSeconds(20);

    private static final Duration DOOR_STOP = Duration.ofSeconds(5);

    private static final Duration STOP = Duration.ofSeconds(30);

    private static final Duration CALLS_STOP = Duration.ofSeconds(5);

    private final Settings settings;
    private final ApplicationContext context;
    private final EmbeddedServer server;
    private final Machine machine;

    private BotServer(Settings settings, ApplicationContext context, EmbeddedServer server, Machine machine) {
        this.settings = settings;
        this.context = context;
        this.server = server;
        this.machine = machine;
    }

    /** Starts; returns when events are taken. What the last run left is worked on. */
    public static BotServer start(Settings settings) {
        BotServer runtime = open(settings);
        Machine machine = runtime.machine;
        machine.heart().alsoLook(runtime.context.getBean(Fetching.class)::look);
        runtime.context.getBean(Neighbours.class).listen();
        machine.heart().start();
        return runtime;
    }

    /** For a command beside the servers of the same store: it asks portals, and leaves all dialogs and events to them. */
    public static BotServer guest(Settings settings) {
        BotServer runtime = open(settings);
        runtime.machine.turns().stop();
        runtime.machine.heart().start();
        return runtime;
    }

    private static BotServer open(Settings settings) {
        ApplicationContext context = ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .environments("runtime")
                .properties(properties(settings))
                .singletons(settings)
                .start();
        Machine machine = context.getBean(Machine.class);
        context.getBean(Portals.class).all(); // with the wrong key this is the moment to say so
        machine.dialogs().releaseOwn();
        EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
        var runtime = new BotServer(settings, context, server, machine);
        context.getBean(Installing.class).listensAt(runtime.handler());
        return runtime;
    }

    private static Map<String, Object> properties(Settings settings) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("openlines.runtime", true);
        properties.put("micronaut.server.host", settings.host());
        properties.put("micronaut.server.port", settings.port() == 0 ? -1 : settings.port());
        properties.put("micronaut.server.max-request-size", settings.limits().body());
        properties.put("micronaut.server.log-handled-exceptions", false);
        properties.put("micronaut.http.client.exception-on-error-status", false);
        properties.put("micronaut.http.client.follow-redirects", false);
        properties.put("micronaut.http.client.read-timeout", settings.limits().answer());
        properties.put("micronaut.http.client.connect-timeout", "10s");
        settings.trust().ifPresent(file -> properties.put("micronaut.http.client.ssl.trust-name", TRUST));
        properties.put("micronaut.metrics.export.prometheus.enabled", true);
        properties.put("micronaut.metrics.http.client.path", "/none"); // calls are counted by what they mean
        properties.put("endpoints.all.enabled", false);
        properties.put("endpoints.health.enabled", true);
        properties.put("endpoints.health.sensitive", false);
        properties.put("endpoints.prometheus.enabled", true);
        properties.put("endpoints.prometheus.sensitive", false);
        return properties;
    }

    public int port() {
        return server.getPort();
    }

    /** Where it listens, without a path. */
    public String address() {
        return "http://" + settings.host() + ":" + server.getPort();
    }

    /** Where portals are to send their events. */
    public String handler() {
        return (settings.publicAddress().isEmpty() ? address() : settings.publicAddress()) + EVENTS;
    }

    /**
     * Works until nothing goes on and nothing is due at the clock's time; says when something will be. For tests, which
     * move the clock themselves.
     */
    public Optional<Instant> settle() {
        return settle(SETTLED);
    }

    /** The same within a time of the wall clock; what is still at work then is told by the exception. */
    public Optional<Instant> settle(Duration atMost) {
        return machine.heart().settle(atMost);
    }

    /** Makes the hosted bots known at a portal. */
    public List<String> register(Registration.Wanted wanted) {
        return atWork(() -> {
            List<String> told = context.getBean(Registration.class).register(wanted);
            context.getBean(Fetching.class).refresh();
            return told;
        });
    }

    /** What a portal lacks, by its domain or a webhook's address. */
    public List<Checkup.Finding> checkup(String addressOrDomain) {
        var outside = new Checkup.Outside(Doorbell::ring, () -> counted("openlines.rest.refused"));
        var checkup = new Checkup(portals(), context.getBean(Calls.class), settings.clock(), outside);
        return atWork(() -> checkup.of(addressOrDomain));
    }

    /** Puts a letter that was given up back into its dialog's outbox; false where there is no such letter. */
    public boolean revive(long deadLetter) {
        return outbox().revive(deadLetter, settings.clock().millis())
                .map(dialog -> {
                    machine.turns().signal(dialog);
                    return true;
                })
                .orElse(false);
    }

    /** Removes the bots from a portal. */
    public List<String> unregister(String domain) {
        return atWork(() -> context.getBean(Registration.class).unregister(domain));
    }

    /** Whoever asks portals counts as busy: a call that waits would else stand for a turn that is at work. */
    private <T> T atWork(Supplier<T> work) {
        machine.quiet().enter();
        try {
            return work.get();
        } finally {
            machine.quiet().leave();
        }
    }

    /** The bot takes part from the next turn on. */
    public void swap(HostedBot bot) {
        context.getBean(HostedBots.class).swap(bot);
    }

    /** The last turns of a chat; of all chats where {@code chat} is 0. */
    public List<Traces.Trace> traces(long chat) {
        return machine.traces().of(chat);
    }

    public Inbox inbox() {
        return context.getBean(Inbox.class);
    }

    public Outbox outbox() {
        return context.getBean(Outbox.class);
    }

    public Portals portals() {
        return context.getBean(Portals.class);
    }

    /** A counter's value over all its tags, as the metrics have it. */
    public double counted(String meter, String... tags) {
        return context
                .getBean(io.micrometer.core.instrument.MeterRegistry.class)
                .find(meter)
                .tags(tags)
                .counters()
                .stream()
                .mapToDouble(io.micrometer.core.instrument.Counter::count)
                .sum();
    }

    /** What is being answered is answered, and open connections end with it: nobody is told of our own stopping as an error. */
    private void shut() {
        var netty = (NettyEmbeddedServer) server;
        try {
            netty.shutdownGracefully().toCompletableFuture().get(DOOR_STOP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("connections that are still open are closed: {}", e.toString());
        }
        netty.stopServerOnly();
    }

    /** Takes nothing new, ends the turns in flight, gives the claims back. */
    @Override
    public void close() {
        shut();
        machine.turns().stop();
        machine.heart().close();
        Calls calls = context.getBean(Calls.class);
        machine.quiet().await(() -> machine.quiet().busy() <= Math.max(0, calls.waitingForTime()), STOP);
        calls.stop();
        machine.quiet().await(() -> machine.quiet().busy() == 0, CALLS_STOP);
        machine.dialogs().releaseOwn();
        context.close();
    }
}
