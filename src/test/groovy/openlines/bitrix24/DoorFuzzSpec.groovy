package openlines.bitrix24

import static openlines.bot.Reply.silence

import java.lang.management.ManagementFactory
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers
import java.nio.file.Files
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.Executors
import java.util.concurrent.atomic.AtomicInteger
import openlines.bot.Bot
import openlines.runtime.Stage
import openlines.simulator.Contract
import openlines.simulator.Portal as SimulatedPortal
import openlines.store.DatabaseSettings
import openlines.store.Vault
import spock.lang.AutoCleanup
import spock.lang.Specification

/**
 * The contract's examples of events, mutated by a seed, at the real door over HTTP: no 5xx, no good event among them lost,
 * and the memory flat. `-Dopenlines.long=true` is the long form.
 */
class DoorFuzzSpec extends Specification {
    static final int BODIES = Boolean.getBoolean('openlines.long') ? 100_000 : 10_000
    static final int SENDERS = 8
    static final int GOOD_EACH = 50
    static final long MEGABYTE = 1 << 20
    static final byte[] ODD = '&=[]%+{}":,|\\\u0000\u007f'.getBytes('UTF-8')

    def folder = Files.createTempDirectory('fuzz')
    @AutoCleanup Stage stage = new Stage([bot: { on -> on.otherwise { silence() } } as Bot], { settings ->
        // what is kept goes to the disk, so that memory tells what was not let go
        settings.storedIn(DatabaseSettings.file(folder.resolve('store')), Vault.newKey())
    }).register()
    HttpClient http = HttpClient.newHttpClient()
    String token = stage.server.portals().bots(1).first().token()
    long bot = stage.server.portals().bots(1).first().botId()

    void cleanup() {
        folder.toFile().deleteDir()
    }

    def "#BODIES mutated bodies"() {
        given:
        def seeds = seeds()
        def statuses = new ConcurrentLinkedQueue<Integer>()
        def good = new AtomicInteger()
        assert seeds.size() > 20

        when: 'a tenth warms up, and the rest is measured'
        send(0, BODIES.intdiv(10), seeds, statuses, good)
        stage.server.settle()
        long before = heap()
        send(BODIES.intdiv(10), BODIES, seeds, statuses, good)
        stage.server.settle()
        long after = heap()
        println "fuzz at the door: $BODIES bodies of ${seeds.size()} examples, ${statuses.countBy { it }.sort()}, " +
                "${good.get()} good ones, heap ${before.intdiv(MEGABYTE)} -> ${after.intdiv(MEGABYTE)} MB"

        then:
        statuses.size() == BODIES
        statuses.toSet() == [200, 400, 403] as Set
        and: 'every good event was kept, and done with'
        def keys = stage.server.inbox().keys(1).toSet()
        (0..<BODIES).findAll { isGood(it) }.every { keys.contains("message:${number(it)}".toString()) }
        good.get() == BODIES.intdiv(GOOD_EACH)
        stage.server.inbox().waiting() == 0
        and:
        after - before < 24 * MEGABYTE
    }

    private void send(int from, int to, List<byte[]> seeds, statuses, AtomicInteger good) {
        Executors.newFixedThreadPool(SENDERS).withCloseable { pool ->
            (0..<SENDERS).collect { sender ->
                pool.submit {
                    for (int i = from + sender; i < to; i += SENDERS) {
                        def body = isGood(i) ? message(i) : mutated(seeds[i % seeds.size()], new Random(i))
                        int status = post(body)
                        statuses << status
                        if (isGood(i)) {
                            assert status == 200
                            good.incrementAndGet()
                        }
                    }
                }
            }*.get()
        }
    }

    private static boolean isGood(int i) { i % GOOD_EACH == GOOD_EACH - 1 }

    private static long number(int i) { 50_000_000L + i }

    /** An event of a chat that is no line's, as a form and as JSON in turn. */
    private byte[] message(int i) {
        def event = [event: 'ONIMBOTV2MESSAGEADD', ts: 1, auth: auth(),
                data: [bot: [id: bot, code: 'bot'], message: [id: number(i), chatId: 7_000_000 + i % 100, authorId: 5, text: "Hi $i"], user: [id: 5]]]
        (i % 2 == 0 ? SimulatedPortal.JSON.writeValueAsString(event) : form(event)).getBytes('UTF-8')
    }

    private Map auth() { [domain: stage.portal.url.authority, application_token: "custom$token"] }

    /** Each documented example twice, as a form and as JSON, half of them with what lets them in. */
    private List<byte[]> seeds() {
        def examples = []
        ['bot-events', 'openline-events'].each { file -> collect(Contract.load(file), examples) }
        examples.withIndex().collectMany { Map example, n ->
            def event = n % 2 == 0 ? example + [auth: (example.auth ?: [:]) + auth()] : example
            [form(event).getBytes('UTF-8'), SimulatedPortal.JSON.writeValueAsBytes(event)]
        }
    }

    private static void collect(Object node, List found) {
        if (node instanceof Map) {
            if (node.event instanceof String && node.data instanceof Map) {
                found << node
            } else {
                node.values().each { collect(it, found) }
            }
        } else if (node instanceof List) {
            node.each { collect(it, found) }
        }
    }

    static String form(Map event) {
        def all = []
        event.each { key, value -> pairs(encoded(key), value, all) }
        all.join('&')
    }

    private static void pairs(String name, Object value, List<String> into) {
        if (value instanceof Map) {
            value.each { key, inner -> pairs("$name[${encoded(key)}]", inner, into) }
        } else if (value instanceof List) {
            value.eachWithIndex { inner, n -> pairs("$name[$n]", inner, into) }
        } else if (value != null) {
            into << "$name=${encoded(value)}".toString()
        }
    }

    private static String encoded(Object value) { URLEncoder.encode("$value", 'UTF-8') }

    /** One to four changes: a byte, an odd byte, an end that is missing, a piece that is there twice, a piece that is not. */
    static byte[] mutated(byte[] seed, Random random) {
        def body = seed.clone()
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            int at = random.nextInt(body.length)
            int to = at + random.nextInt(body.length - at)
            switch (random.nextInt(6)) {
                case 0: body[at] = (byte) random.nextInt(256); break
                case 1: body[at] = ODD[random.nextInt(ODD.length)]; break
                case 2: body = Arrays.copyOf(body, Math.max(1, at)); break
                case 3: body = joined(Arrays.copyOf(body, to), Arrays.copyOfRange(body, at, body.length)); break
                case 4: body = joined(Arrays.copyOf(body, Math.max(1, at)), Arrays.copyOfRange(body, to, body.length)); break
                default: body[at] = (byte) ('0'.bytes[0] + random.nextInt(10))
            }
        }
        body
    }

    private static byte[] joined(byte[] one, byte[] other) {
        def all = Arrays.copyOf(one, one.length + other.length)
        System.arraycopy(other, 0, all, one.length, other.length)
        all
    }

    private int post(byte[] body) {
        def request = HttpRequest.newBuilder(URI.create(stage.server.handler()))
                .header('Content-Type', body[0] == (byte) '{' ? 'application/json' : 'application/x-www-form-urlencoded')
                .POST(BodyPublishers.ofByteArray(body)).build()
        http.send(request, BodyHandlers.discarding()).statusCode()
    }

    private static long heap() {
        3.times { System.gc() }
        ManagementFactory.memoryMXBean.heapMemoryUsage.used
    }
}
