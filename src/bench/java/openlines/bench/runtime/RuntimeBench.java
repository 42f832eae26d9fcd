package openlines.bench.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import openlines.bench.runtime.Contender.Places;

/**
 * Events end to end over HTTP: the runtime with a durable store and a trained model, a bare endpoint, and the same bot on
 * Bolt; side by side in one run, each a process of its own with the same flags, their rounds interleaved.
 */
public final class RuntimeBench {
    /** Rounds, and starts. */
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);

    private static final int RATE = 200;
    private static final int STEADY_SECONDS = 8;
    private static final Duration SATURATED = Duration.ofSeconds(5);
    /** As many events before the first round as a compiler needs to see; on a machine that is busy, so long at most. */
    private static final int WARM_UP = 20_000;

    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(60);

    private final Marks marks = new Marks();
    private final Load load = new Load(marks);
    private final List<String> flags;
    private final Map<String, Figures> figures = new LinkedHashMap<>();

    private RuntimeBench(List<String> flags) {
        this.flags = flags;
    }

    /** The folder of the checkout, a folder for what is made, and after these the JVM's flags. */
    public static void main(String[] arguments) throws Exception {
        Path here = Path.of(arguments[0]);
        Path target = here.resolve("target");
        Path scratch = Path.of(arguments[1]);
        var places = new Places(
                jar(target),
                target.resolve("openlines-run.aot"),
                here.resolve("src/bench/bots"),
                scratch.resolve("floor.jar"),
                classPath(target.resolve("bolt")),
                scratch);
        var bench = new RuntimeBench(Arrays.asList(arguments).subList(2, arguments.length));
        try (var stub = new Stub(bench.marks)) {
            bench.run(
                    List.of(
                            Contender.openlines(places, stub.port()),
                            Contender.floor(places, stub.port()),
                            Contender.bolt(places, stub.port())),
                    stub);
        }
        System.exit(0);
    }

    private static Path jar(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("openlines-[\\w.]+\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String classPath(Path bolt) throws IOException {
        try (Stream<Path> own = Files.list(bolt);
                Stream<Path> libraries = Files.list(bolt.resolve("lib"))) {
            List<Path> all = Stream.concat(own, libraries).toList();
            return String.join(
                    ":",
                    all.stream()
                            .map(Path::toString)
                            .filter(name -> name.endsWith(".jar"))
                            .sorted()
                            .toList());
        }
    }

    private void run(List<Contender> contenders, Stub stub) throws Exception {
        contenders.forEach(one -> figures.put(one.name(), new Figures()));
        starts(contenders);
        Map<String, Server> servers = new LinkedHashMap<>();
        try {
            for (Contender one : contenders) {
                say("warm-up: " + one.name());
                servers.put(one.name(), one.start(flags, true));
                warmUp(one, server(servers, one));
            }
            for (int round = 1; round <= ROUNDS; round++) {
                for (Contender one : contenders) {
                    say("round " + round + " of " + ROUNDS + ": " + one.name());
                    round(one, server(servers, one), stub);
                }
            }
        } finally {
            for (Server server : servers.values()) {
                server.close();
            }
        }
        new Report(figures, marks.repeats()).print(System.out, flags);
    }

    private void warmUp(Contender one, Server server) throws Exception {
        long end = System.nanoTime() + LONGEST_WARM_UP.toNanos();
        int events = 0;
        while (events < WARM_UP && System.nanoTime() < end) {
            events += load.saturate(one.events(), server.port(), 1_000_000_000L).events();
        }
        of(one).add("warm-up", events);
    }

    private static Server server(Map<String, Server> servers, Contender one) {
        return java.util.Objects.requireNonNull(servers.get(one.name()));
    }

    private void starts(List<Contender> contenders) throws Exception {
        for (Contender one : contenders) {
            say("cache: " + one.name());
            one.rehearse(flags);
        }
        for (int start = 1; start <= ROUNDS; start++) {
            say("start " + start + " of " + ROUNDS);
            for (Contender one : contenders) {
                for (boolean cached : new boolean[] {false, true}) {
                    try (Server server = one.start(flags, cached)) {
                        long asked = System.nanoTime();
                        load.one(one.events(), server.port());
                        double answer = server.readyMillis() + (System.nanoTime() - asked) / 1e6;
                        of(one).add(cached ? "ready, AOT cache" : "ready, no cache", server.readyMillis());
                        of(one).add(cached ? "first answer, AOT cache" : "first answer, no cache", answer);
                    }
                }
            }
        }
    }

    private void round(Contender one, Server server, Stub stub) throws Exception {
        Map<String, Long> before = stub.calls();
        long requests = stub.requests();
        Duration cpu = server.cpu();
        Load.Done done = load.saturate(one.events(), server.port(), SATURATED.toNanos());
        of(one).add("events/s", done.events() * 1e9 / done.nanos());
        of(one).add("CPU µs", server.cpu().minus(cpu).toNanos() / 1e3 / done.events());
        of(one).add("requests out", (double) (stub.requests() - requests) / done.events());

        requests = stub.requests();
        cpu = server.cpu();
        Load.Done steady = load.steadily(one.events(), server.port(), RATE, STEADY_SECONDS);
        of(one).add("CPU µs at 200/s", server.cpu().minus(cpu).toNanos() / 1e3 / steady.events());
        of(one).add("requests out at 200/s", (double) (stub.requests() - requests) / steady.events());
        long[] latencies = marks.latencies(steady.from(), steady.to());
        of(one).add("p50", latencies[latencies.length / 2] / 1e6);
        of(one).add("p99", latencies[latencies.length * 99 / 100] / 1e6);
        of(one).add("RSS", server.rss());
        var calls = new TreeMap<>(stub.calls());
        before.forEach((method, count) -> calls.merge(method, -count, Long::sum));
        calls.values().removeIf(count -> count == 0);
        of(one).calls(calls, done.events() + steady.events());
    }

    private Figures of(Contender one) {
        return java.util.Objects.requireNonNull(figures.get(one.name()));
    }

    private static void say(String what) {
        System.err.println("bench: " + what);
    }

    /** What was measured of a server, by name; a round each. */
    static final class Figures {
        private final Map<String, List<Double>> values = new LinkedHashMap<>();
        private final Map<String, Double> calls = new TreeMap<>();

        void add(String name, double value) {
            values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
        }

        /** Of the last round: calls an event, by method. */
        void calls(Map<String, Long> counted, int events) {
            calls.clear();
            counted.forEach((method, count) -> calls.put(method, (double) count / events));
        }

        double median(String name) {
            double[] sorted = values.getOrDefault(name, List.of()).stream()
                    .mapToDouble(Double::doubleValue)
                    .sorted()
                    .toArray();
            return sorted[sorted.length / 2];
        }

        double most(String name) {
            return values.getOrDefault(name, List.of()).stream()
                    .mapToDouble(Double::doubleValue)
                    .max()
                    .orElseThrow();
        }

        Map<String, Double> calls() {
            return calls;
        }
    }
}
