package openlines.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import openlines.bitrix24.rest.Authorities;
import openlines.bot.Profile;
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

    /** What the first line has these bots do, where they are there; an empty value is the bot's id. */
    private static final Map<String, Map<String, String>> ON_FIRST_LINE = Map.of(
            "noanswer", Map.of("NO_ANSWER_BOT_ID", "", "NO_ANSWER_TIME", "120"),
            "afterhours", Map.of("WORKTIME_DAYOFF_BOT_ID", ""));

    private final HttpClient http;
    private final Simulator simulator;
    private final BotServer runtime;
    private final LivePlugins plugins;
    private final Map<Long, String> lines = new TreeMap<>();

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

    /** The welcome bot has the first line, with the bots that step in there; each other bot has a line of its own. */
    private void attach(List<HostedBot> bots) {
        var control = new ControlFace(http, simulator.url());
        if (control.get("lines").isEmpty()) {
            return;
        }
        var welcomes = new LinkedHashMap<Long, String>();
        for (HostedBot bot : bots) {
            if (bot.code().equals("welcome")) {
                welcomes.put(FIRST_LINE, bot.code());
            } else if (!ON_FIRST_LINE.containsKey(bot.code())) {
                welcomes.put(lineOf(control, bot.conversation().profile()), bot.code());
            }
        }
        runtime.register(Registration.Wanted.byWebhook(simulator.webhook(), runtime.handler(), welcomes));
        lines.putAll(welcomes);
        stepIn(control);
    }

    private static long lineOf(ControlFace control, Profile profile) {
        JsonNode line = control.post("lines", Map.of("LINE_NAME", profile.name() + " (" + profile.code() + ")"));
        return line.path("ID").asLong();
    }

    private void stepIn(ControlFace control) {
        knownBots().forEach((code, id) -> {
            var fields = ON_FIRST_LINE.getOrDefault(code, Map.of());
            if (!fields.isEmpty()) {
                var given = new LinkedHashMap<String, Object>();
                fields.forEach((name, value) -> given.put(name, value.isEmpty() ? id : value));
                control.post("lines/" + FIRST_LINE, given);
            }
        });
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
        lines.forEach((line, code) -> places.add(code + " on line " + line));
        knownBots().keySet().stream()
                .filter(ON_FIRST_LINE::containsKey)
                .forEach(code -> places.add(code + " steps in on line " + FIRST_LINE));
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
