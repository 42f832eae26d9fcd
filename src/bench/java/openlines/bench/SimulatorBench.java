package openlines.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openlines.simulator.Settings;
import openlines.simulator.Simulator;

/** REST calls a second at 1, 16 and 64 clients, and a day of 10,000 sessions for 20 operators; over real HTTP. */
public final class SimulatorBench {

    private static final Pattern CHAT = Pattern.compile("\"chatId\":(\\d+)");
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
    private static final Pattern OPERATOR = Pattern.compile("\"operator\":(\\d+)");

    private final Simulator portal;

    private SimulatorBench(Simulator portal) {
        this.portal = portal;
    }

    /** {@code calls} or {@code day} alone; both without a word. */
    public static void main(String[] arguments) throws Exception {
        String only = arguments.length == 0 ? "" : arguments[0];
        if (!only.equals("day")) {
            try (Simulator portal = Simulator.start(Settings.defaults())) {
                SimulatorBench bench = new SimulatorBench(portal);
                bench.calls(16, 3);
                for (int clients : new int[] {1, 16, 64}) {
                    System.out.printf("%d clients: %,d calls/s%n", clients, bench.calls(clients, 5));
                }
            }
        }
        if (!only.equals("calls")) {
            try (Simulator portal =
                    Simulator.start(Settings.defaults().standingAt(Instant.parse("2026-03-16T00:00:00Z")))) {
                new SimulatorBench(portal).day();
            }
        }
        System.exit(0);
    }

    private long calls(int clients, int seconds) throws Exception {
        String path = URI.create(portal.webhook() + "imopenlines.config.get").getPath();
        AtomicLong done = new AtomicLong();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        inParallel(clients, wire -> {
            while (System.nanoTime() < end) {
                wire.post(path, "{\"CONFIG_ID\":1}");
                done.incrementAndGet();
            }
        });
        return done.get() / seconds;
    }

    /** A customer every 8.64 s: writes, is answered by whoever is asked, and the dialog is finished. */
    private void day() throws Exception {
        try (Wire wire = new Wire(portal.url())) {
            for (int more = 0; more < 12; more++) {
                control(wire, "operators", "{\"name\":\"One More\"}");
            }
            control(
                    wire,
                    "lines/1",
                    "{\"QUEUE\":" + queue() + ",\"FULL_CLOSE_TIME\":10,\"QUEUE_TIME\":60,\"VOTE_MESSAGE\":\"N\"}");
            long start = System.nanoTime();
            for (int hundred = 0; hundred < 100; hundred++) {
                inParallel(4, client -> {
                    for (int i = 0; i < 25; i++) {
                        dialog(client);
                    }
                });
                control(wire, "clock", "{\"advance\":\"PT14M24S\"}");
            }
            long took = System.nanoTime() - start;
            System.gc();
            long heap =
                    (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
            System.out.printf("10,000 sessions in 24 simulated hours: %.1f s, heap %d MB%n", took / 1e9, heap);
        }
    }

    private static void dialog(Wire wire) throws IOException {
        String customer = number(ID, control(wire, "customers", "{\"name\":\"A Customer\"}"));
        String chat = number(CHAT, control(wire, "customers/" + customer + "/say", "{\"text\":\"hello\"}"));
        String operator = number(OPERATOR, wire.get("/simulator/chats/" + chat));
        String acts = "chats/" + chat + "/operators/" + operator + "/";
        control(wire, acts + "answer", "{}");
        control(wire, acts + "say", "{\"text\":\"How can I help?\"}");
        control(wire, "customers/" + customer + "/say", "{\"text\":\"thanks\"}");
        control(wire, acts + "finish", "{}");
    }

    private static String queue() {
        List<String> places = new ArrayList<>();
        for (int user = 1; user <= 20; user++) {
            places.add("{\"ENTITY_TYPE\":\"user\",\"ENTITY_ID\":" + user + "}");
        }
        return places.toString();
    }

    private static String control(Wire wire, String path, String body) throws IOException {
        return wire.post("/simulator/" + path, body);
    }

    private static String number(Pattern pattern, String json) {
        Matcher matcher = pattern.matcher(json);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in " + json);
        }
        return matcher.group(1);
    }

    private interface Work {
        void with(Wire wire) throws Exception;
    }

    /** Each client on a connection of its own. */
    private void inParallel(int clients, Work work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                tasks.add(() -> {
                    try (Wire wire = new Wire(portal.url())) {
                        work.with(wire);
                    }
                    return null;
                });
            }
            for (Future<Void> task : threads.invokeAll(tasks)) {
                task.get();
            }
        }
    }
}
