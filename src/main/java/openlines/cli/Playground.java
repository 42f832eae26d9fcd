package openlines.cli;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import openlines.nlp.Nlp;
import openlines.plugin.Plugin;
import openlines.plugin.Plugins;
import openlines.runtime.BotServer;
import openlines.runtime.HostedBot;
import openlines.runtime.Registration;
import openlines.simulator.Simulator;
import openlines.store.BotEntry;
import openlines.testkit.ControlFace;

/** The simulated portal and a runtime with bots, in one process, on two ports. */
final class Playground implements AutoCloseable {
    private static final long FIRST_LINE = 1;

    /** What the first line has each of these bots do, where it is there. */
    private static final Map<String, Map<String, String>> ON_FIRST_LINE = Map.of(
            "noanswer", Map.of("NO_ANSWER_BOT_ID", "", "NO_ANSWER_TIME", "120"),
            "afterhours", Map.of("WORKTIME_DAYOFF_BOT_ID", ""));

    private final HttpClient http = HttpClient.newHttpClient();
    private final Simulator simulator;
    private final BotServer runtime;
    private final Plugins plugins;
    private final List<String> lines = new ArrayList<>();

    private Playground(Simulator simulator, BotServer runtime, Plugins plugins) {
        this.simulator = simulator;
        this.runtime = runtime;
        this.plugins = plugins;
    }

    /** Starts all of it; portal, runtime and the bots' training side by side. */
    static Playground start(openlines.simulator.Settings portal, int runtimePort, Path bots) {
        var simulator = CompletableFuture.supplyAsync(() -> Simulator.start(portal));
        Plugins plugins = Plugins.from(bots);
        List<HostedBot> hosted = plugins.all().parallelStream()
                .filter(plugin -> plugin.problems().isEmpty())
                .map(Playground::hosted)
                .toList();
        Simulator started = simulator.join();
        BotServer runtime = BotServer.start(openlines.runtime.Settings.inMemory(hosted)
                .at("127.0.0.1", runtimePort)
                .clock(started.clock()));
        var playground = new Playground(started, runtime, plugins);
        playground.attach(hosted);
        return playground;
    }

    private static HostedBot hosted(Plugin plugin) {
        return new HostedBot(plugin.conversation(), Nlp.train(plugin.phrases())::understand);
    }

    /** The welcome bot has the first line, with the bots that step in there; each other bot has a line of its own. */
    private void attach(List<HostedBot> hosted) {
        var control = new ControlFace(http, simulator.url());
        if (control.get("lines").isEmpty()) {
            return;
        }
        var welcomes = new LinkedHashMap<Long, String>();
        for (HostedBot bot : hosted) {
            String code = bot.code();
            if (code.equals("welcome")) {
                welcomes.put(FIRST_LINE, code);
            } else if (!ON_FIRST_LINE.containsKey(code)) {
                String name = bot.conversation().profile().name() + " (" + code + ")";
                welcomes.put(
                        control.post("lines", Map.of("LINE_NAME", name))
                                .path("ID")
                                .asLong(),
                        code);
            }
        }
        runtime.register(Registration.Wanted.byWebhook(simulator.webhook(), runtime.handler(), welcomes));
        welcomes.forEach((line, code) -> lines.add("line " + line + ": " + code));
        stepIn(control);
    }

    private void stepIn(ControlFace control) {
        for (var portal : runtime.portals().all()) {
            for (BotEntry bot : runtime.portals().bots(portal.id())) {
                var fields = ON_FIRST_LINE.get(bot.code());
                if (fields != null) {
                    var given = new LinkedHashMap<String, Object>();
                    fields.forEach((name, value) -> given.put(name, value.isEmpty() ? bot.botId() : value));
                    control.post("lines/" + FIRST_LINE, given);
                }
            }
        }
    }

    Simulator simulator() {
        return simulator;
    }

    BotServer runtime() {
        return runtime;
    }

    Plugins plugins() {
        return plugins;
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void close() {
        runtime.close();
        simulator.close();
        http.close();
    }
}
