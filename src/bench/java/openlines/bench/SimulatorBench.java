package openlines.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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
    private final HttpClient http = HttpClient.newHttpClient();

    private SimulatorBench(Simulator portal) {
        this.portal = portal;
    }

    public static void main(String[] arguments) throws Exception {
        try (Simulator portal = Simulator.start(Settings.defaults())) {
            SimulatorBench bench = new SimulatorBench(portal);
            bench.calls(16, 3);
            for (int clients : new int[] {1, 16, 64}) {
                System.out.printf("%d clients: %,d calls/s%n", clients, bench.calls(clients, 5));
            }
        }
        try (Simulator portal =
                Simulator.start(Settings.defaults().standingAt(Instant.parse("2026-03-16T00:00:00Z")))) {
            new SimulatorBench(portal).day();
        }
        System.exit(0);
    }

    private long calls(int clients, int seconds) throws Exception {
        AtomicLong done = new AtomicLong();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        inParallel(clients, client -> {
            while (System.nanoTime() < end) {
                post(portal.webhook() + "imopenlines.config.get", "{\"CONFIG_ID\":1}");
                done.incrementAndGet();
            }
        });
        return done.get() / seconds;
    }

    /** A customer every 8.64 s: writes, is answered by whoever is asked, and the dialog is finished. */
    private void day() throws Exception {
        for (int more = 0; more < 12; more++) {
            control("operators", "{\"name\":\"One More\"}");
        }
        control(
                "lines/1",
                "{\"QUEUE\":" + queue() + ",\"FULL_CLOSE_TIME\":10,\"QUEUE_TIME\":60,\"VOTE_MESSAGE\":\"N\"}");
        long start = System.nanoTime();
        for (int hundred = 0; hundred < 100; hundred++) {
            inParallel(4, client -> {
                for (int i = 0; i < 25; i++) {
                    dialog();
                }
            });
            control("clock", "{\"advance\":\"PT14M24S\"}");
        }
        System.gc();
        long heap = (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
        System.out.printf(
                "10,000 sessions in 24 simulated hours: %.1f s, heap %d MB%n", (System.nanoTime() - start) / 1e9, heap);
    }

    private void dialog() throws IOException, InterruptedException {
        String customer = number(ID, control("customers", "{\"name\":\"A Customer\"}"));
        String chat = number(CHAT, control("customers/" + customer + "/say", "{\"text\":\"hello\"}"));
        String operator = number(OPERATOR, get("chats/" + chat));
        String acts = "chats/" + chat + "/operators/" + operator + "/";
        control(acts + "answer", "{}");
        control(acts + "say", "{\"text\":\"How can I help?\"}");
        control("customers/" + customer + "/say", "{\"text\":\"thanks\"}");
        control(acts + "finish", "{}");
    }

    private static String queue() {
        List<String> places = new ArrayList<>();
        for (int user = 1; user <= 20; user++) {
            places.add("{\"ENTITY_TYPE\":\"user\",\"ENTITY_ID\":" + user + "}");
        }
        return places.toString();
    }

    private String control(String path, String body) throws IOException, InterruptedException {
        return post(portal.url() + "/simulator/" + path, body);
    }

    private String get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(portal.url() + "/simulator/" + path))
                .build());
    }

    private String post(String url, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(request.uri() + ": " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    private static String number(Pattern pattern, String json) {
        Matcher matcher = pattern.matcher(json);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in " + json);
        }
        return matcher.group(1);
    }

    private interface Work {
        void run(int client) throws Exception;
    }

    private static void inParallel(int clients, Work work) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                int number = client;
                tasks.add(() -> {
                    work.run(number);
                    return null;
                });
            }
            for (Future<Void> task : threads.invokeAll(tasks)) {
                task.get();
            }
        }
    }
}
