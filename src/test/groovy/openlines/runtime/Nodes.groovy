package openlines.runtime

import com.sun.net.httpserver.HttpServer
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers
import java.time.Duration
import java.util.concurrent.Executors
import java.util.concurrent.atomic.AtomicInteger
import openlines.bot.Bot
import openlines.simulator.Portal
import openlines.store.DatabaseSettings
import openlines.store.Vault

/** A portal, and several runtimes on one PostgreSQL in its virtual time; events go round among them. */
class Nodes implements AutoCloseable {
    final Portal portal = new Portal()
    final List<BotServer> nodes = []
    final DatabaseSettings store = Sqls.postgres()
    private final HttpServer balancer = HttpServer.create(new InetSocketAddress('127.0.0.1', 0), 0)
    private final HttpClient http = HttpClient.newHttpClient()
    private final AtomicInteger turn = new AtomicInteger()

    Nodes(int count, Map<String, Bot> bots, Closure<Settings> tune = { settings, portal -> settings }) {
        balancer.executor = Executors.newVirtualThreadPerTaskExecutor()
        balancer.createContext('/', this::pass)
        balancer.start()
        String key = Vault.newKey()
        def usual = Settings.inMemory(bots.collect { code, bot -> Stage.hosted(code, bot) })
                .clock(portal.simulator.clock())
                .storedIn(store, key)
                .publicAddress("http://127.0.0.1:$balancer.address.port")
        count.times { nodes << BotServer.start(tune(usual.node("node-${it + 1}"), portal)) }
    }

    String getHandler() { nodes.first().handler() }

    private void pass(exchange) {
        def node = nodes[Math.floorMod(turn.incrementAndGet(), nodes.size())]
        def request = HttpRequest.newBuilder(URI.create("${node.address()}$exchange.requestURI"))
                .header('Content-Type', exchange.requestHeaders.getFirst('Content-Type') ?: 'text/plain')
                .POST(BodyPublishers.ofByteArray(exchange.requestBody.bytes)).build()
        def answer = http.send(request, BodyHandlers.ofByteArray())
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length ?: -1)
        exchange.responseBody.withCloseable { it.write(answer.body()) }
    }

    void settle() {
        def before = null
        while (before != traffic()) {
            before = traffic()
            portal.settle()
            nodes*.settle()
            portal.settle()
        }
    }

    /** What one node tells another is on its way for a moment that no clock knows. */
    void secondsUntil(int atMost, Closure<Boolean> condition) {
        for (int second = 0; second < atMost && !condition(); second++) {
            portal.advance('PT1S')
            settle()
        }
        assert QueueServer.eventually(20) { settle(); condition() }
    }

    List<String> said(chatId) { portal.chat(chatId).messages.findAll { it.kind == 'bot' }*.text }

    /** Nothing waits to be answered or sent; asking the portal for each chat would take longer. */
    boolean isDone() { nodes.first().inbox().waiting() == 0 && nodes.first().outbox().waiting() == 0 }

    double counted(String meter, String... tags) { nodes.sum { it.counted(meter, tags) } }

    private long last = 0

    private long traffic() {
        last = ([last] + portal.control('GET', "journal?since=$last")*.id).max()
    }

    @Override
    void close() {
        nodes*.close()
        balancer.stop(0)
        portal.close()
    }
}
