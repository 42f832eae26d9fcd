package openlines.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import openlines.bitrix24.rest.Authorities;
import openlines.bot.Profile;
import openlines.bot.Reason;
import openlines.plugin.LivePlugins;
import openlines.runtime.BotServer;
import openlines.runtime.HostedBot;
import openlines.runtime.Registration;
import openlines.simulator.Simulator;
import openlines.store.BotEntry;
import openlines.testkit.ControlFace;

/** The simulated portal and a runtime with the bots of a folder, in one process, on two ports. */
final class Playground implements AutoCloseable {
    private static final long FIRST_LINE = 1;

    private final HttpClient http;
    private final Simulator simulator;
    private final BotServer runtime;
    private final LivePlugins plugins;
    private final Map<Long, String> lines = new TreeMap<>();
    /** For what the first line has its bot already. */
    private final Set<Reason> taken = EnumSet.noneOf(Reason.class);

    private Playground(Simulator simulator, BotServer runtime, LivePlugins plugins) {
        this.simulator = simulator;
        this.runtime = runtime;
        this.plugins = plugins;
        HttpClient.Builder client = HttpClient.newBuilder();
        simulator.ca().ifPresent(file -> client.sslContext(Authorities.of(file).context()));
        this.http = client.build();
    }

    /** Starts all of it: portal and bots side by side, then the runtime. What becomes of bots, the bench is told. */
    static Playground start(openlines.simulator.Settings portal, int runtimePort, Path bots, Workbench bench) {
        var simulating = CompletableFuture.supplyAsync(() -> bench.isUp(Simulator.start(portal)));
        LivePlugins plugins = LivePlugins.watch(bots, bench);
        List<HostedBot> hosted = bench.trained();
        Simulator simulator = simulating.join();
        var settings = openlines.runtime.Settings.inMemory(hosted)
                .at("127.0.0.1", runtimePort)
                .clock(simulator.clock());
        BotServer runtime =
                BotServer.start(simulator.ca().map(settings::trusting).orElse(settings));
        var playground = new Playground(simulator, runtime, plugins);
        simulator.companion().botsIn(bots);
        simulator.companion().taughtBy(new Notebook(bots, plugins));
        bench.tells(simulator.companion());
        simulator.companion().turnsAt(URI.create(runtime.address() + "/openlines/turns"));
        playground.attach(hosted);
        bench.goesOnWith(playground::adopt);
        return playground;
    }

    /** A changed bot takes over with the next turn; a new one gets a line of its own. */
    private void adopt(HostedBot bot) {
        boolean known = knownBots().containsKey(bot.code());
        runtime.swap(bot);
        if (!known) {
            attach(List.of(bot));
        }
    }

    /** Bots with a role share the first line; each other bot has a line of its own. */
    private void attach(List<HostedBot> bots) {
        var control = new ControlFace(http, simulator.url());
        if (control.get("lines").isEmpty()) {
            return;
        }
        var added = new TreeMap<Long, String>();
        for (HostedBot bot : bots) {
            Profile profile = bot.conversation().profile();
            // a line calls one bot in for each thing
            boolean shares = profile.role().filter(taken::add).isPresent();
            added.merge(shares ? FIRST_LINE : lineOf(control, profile), bot.code(), (one, next) -> one + "," + next);
        }
        runtime.register(Registration.Wanted.byWebhook(simulator.webhook(), runtime.handler(), added));
        added.forEach((line, codes) -> lines.merge(line, codes, (one, next) -> one + "," + next));
    }

    private static long lineOf(ControlFace control, Profile profile) {
        JsonNode line = control.post("lines", Map.of("LINE_NAME", profile.name() + " (" + profile.code() + ")"));
        return line.path("ID").asLong();
    }

    private Map<String, Long> knownBots() {
        var ids = new LinkedHashMap<String, Long>();
        for (var portal : runtime.portals().all()) {
            for (BotEntry bot : runtime.portals().bots(portal.id())) {
                ids.put(bot.code(), bot.botId());
            }
        }
        return ids;
    }

    Simulator simulator() {
        return simulator;
    }

    BotServer runtime() {
        return runtime;
    }

    /** Which bots are where, as sentences. */
    List<String> whereabouts() {
        var places = new ArrayList<String>();
        lines.forEach((line, codes) -> places.add(codes.replace(",", ", ") + " on line " + line));
        return places;
    }

    @Override
    public void close() {
        plugins.close();
        runtime.close();
        simulator.close();
        http.close();
    }
}
