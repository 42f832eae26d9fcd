package openlines.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import openlines.runtime.BotServer;
import openlines.store.BotEntry;
import openlines.store.Portal;
import openlines.store.Vault;

/**
 * A server of a team in short: its first start and a later one, each with a customer's words and a portal that agrees to
 * everything. Of the simulator nothing is touched, so that a server's cache has nothing of it.
 */
final class DeployedRehearsal {
    private static final int BOT = 456;
    private static final int FIRST_CHAT = 1_700;
    private static final String TOKEN = "rehearsal";

    private final RuntimeOptions options = new RuntimeOptions();
    private final String portal;

    private DeployedRehearsal(Path folder, String portal) {
        this.portal = portal;
        options.file = folder.resolve("openlines.properties");
        options.flags = Map.of(
                "port", "0",
                "database", folder.resolve("store").toString(),
                "key", Vault.newKey(),
                "bots", Home.bots().toString(),
                "models", folder.resolve("models").toString());
    }

    static void play() throws IOException {
        Path folder = Files.createTempDirectory("openlines-rehearsal");
        HttpServer agrees = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        agrees.createContext("/", DeployedRehearsal::agree);
        agrees.start();
        try {
            var rehearsal = new DeployedRehearsal(
                    folder, "127.0.0.1:" + agrees.getAddress().getPort());
            rehearsal.start(true);
            rehearsal.start(false);
        } finally {
            agrees.stop(0);
            remove(folder);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void agree(HttpExchange exchange) throws IOException {
        boolean asksForDialog = exchange.getRequestURI().getPath().contains("imopenlines.dialog.get");
        byte[] answer = ("{\"result\":" + (asksForDialog ? "{\"owner\":" + BOT + "}" : "true") + "}").getBytes(UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(HttpURLConnection.HTTP_OK, answer.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(answer);
        }
    }

    private void start(boolean first) throws IOException {
        try (BotServer server = BotServer.start(options.settings())) {
            String code = "welcome";
            if (first) {
                var webhook = new Portal.Webhook("http://" + portal + "/rest/1/secret/");
                Portal saved = server.portals().save(new Portal(0, portal, "rehearsal", webhook, TOKEN, false));
                server.portals()
                        .save(new BotEntry(
                                saved.id(),
                                BOT,
                                code,
                                BotEntry.Generation.V2,
                                BotEntry.Delivery.WEBHOOK,
                                server.handler(),
                                "",
                                0));
            }
            int chat = first ? FIRST_CHAT : FIRST_CHAT + 1;
            tell(server, code, chat, "ONIMBOTV2JOINCHAT", "");
            List<String> texts = List.of("hello", "what does it cost?", "a human please");
            for (int at = 0; at < texts.size(); at++) {
                tell(server, code, chat, "ONIMBOTV2MESSAGEADD", message(chat, chat + at, texts.get(at)));
            }
            server.settle();
        }
    }

    private static String message(int chat, int id, String text) {
        return "data[message][id]=" + id + "\ndata[message][chatId]=" + chat + "\ndata[message][authorId]=599\n"
                + "data[message][text]=" + text + "\n";
    }

    private void tell(BotServer server, String code, int chat, String event, String message) throws IOException {
        String form = """
                event=%s
                data[bot][id]=%d
                data[bot][code]=%s
                %sdata[chat][id]=%d
                data[chat][entityType]=LINES
                data[chat][entityId]=livechat|1|%d|599
                data[chat][entityData1]=Y|NONE|0|N|N|1|0|0|0|0
                data[user][id]=599
                data[user][name]=Guest
                data[user][connector]=1
                data[language]=en
                ts=1772093963
                auth[domain]=%s
                auth[application_token]=%s
                """.formatted(event, BOT, code, message, chat, chat, portal, TOKEN);
        var connection = (HttpURLConnection)
                URI.create(server.address() + BotServer.EVENTS).toURL().openConnection();
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
        try (OutputStream body = connection.getOutputStream()) {
            body.write(encoded(form).getBytes(UTF_8));
        }
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new IOException("the rehearsal's event was answered " + connection.getResponseCode());
        }
    }

    private static String encoded(String form) {
        return form.lines()
                .map(line -> line.split("=", 2))
                .map(pair -> URLEncoder.encode(pair[0], UTF_8) + "=" + URLEncoder.encode(pair[1], UTF_8))
                .collect(java.util.stream.Collectors.joining("&"));
    }
}
