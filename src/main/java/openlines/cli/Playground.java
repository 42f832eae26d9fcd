package openlines.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import openlines.bitrix24.rest.Authorities;
import openlines.bot.Profile;
import openlines.bot.Reason;
import openlines.plugin.LivePlugins;
import openlines.runtime.BotServer;
import openlines.runtime.HostedBot;
import openlines.runtime.Place;
import openlines.runtime.Registration;
import openlines.simulator.Simulator;
import openlines.testkit.ControlFace;

/** The simulated portal and a runtime with the bots of a folder, in one process, on two ports. */
final class Playground implements AutoCloseable {
    private static final long FIRST_LINE = 1;

    private final HttpClient http;
    private final Simulator simulator;
    private final BotServer runtime;
    private final LivePlugins plugins;
    private final Map<String, Seat> seats = new LinkedHashMap<>();

    /** On which line a bot is, and for what that line calls it in. */
    private record Seat(long line, Optional<Reason> role) {
        boolean isShared() {
            return line == FIRST_LINE;
        }
    }

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

    /** A changed bot takes over with the next turn; a new one, and one with another role, is given its place. */
    private void adopt(HostedBot bot) {
        runtime.swap(bot);
        Seat before = seats.get(bot.code());
        if (before == null) {
            attach(List.of(bot));
        } else if (!before.role().equals(bot.conversation().profile().role())) {
            Place place = Place.of(before.role().orElse(Reason.WELCOME));
            new ControlFace(http, simulator.url()).post("lines/" + before.line(), place.vacant());
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
            Optional<Seat> own =
                    Optional.ofNullable(seats.remove(profile.code())).filter(seat -> !seat.isShared());
            // a line calls one bot in for each thing
            boolean shares = profile.role().filter(this::isFree).isPresent();
            long line = shares ? FIRST_LINE : own.map(Seat::line).orElseGet(() -> lineOf(control, profile));
            seats.put(profile.code(), new Seat(line, profile.role()));
            added.merge(line, profile.code(), (one, next) -> one + "," + next);
        }
        runtime.register(Registration.Wanted.byWebhook(simulator.webhook(), runtime.handler(), added));
    }

    /** Whether the first line calls nobody in for that yet. */
    private boolean isFree(Reason role) {
        return seats.values().stream()
                .noneMatch(seat -> seat.isShared() && seat.role().equals(Optional.of(role)));
    }

    private static long lineOf(ControlFace control, Profile profile) {
        JsonNode line = control.post("lines", Map.of("LINE_NAME", profile.name() + " (" + profile.code() + ")"));
        return line.path("ID").asLong();
    }

    Simulator simulator() {
        return simulator;
    }

    BotServer runtime() {
        return runtime;
    }

    /** Which bots are where, as sentences. */
    List<String> whereabouts() {
        var lines = new TreeMap<Long, List<String>>();
        seats.forEach((code, seat) ->
                lines.computeIfAbsent(seat.line(), _ -> new ArrayList<>()).add(code));
        return lines.entrySet().stream()
                .map(line -> String.join(", ", line.getValue()) + " on line " + line.getKey())
                .toList();
    }

    @Override
    public void close() {
        plugins.close();
        runtime.close();
        simulator.close();
        http.close();
    }
}
