package openlines.runtime

import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers
import java.nio.file.Files
import java.time.Duration
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import openlines.bitrix24.rest.Pace
import openlines.simulator.Portal
import openlines.store.DatabaseSettings
import openlines.store.Vault
import spock.lang.AutoCleanup
import spock.lang.Specification

/**
 * The runtime is killed at random moments while events come, and started again: nothing that was acknowledged is lost,
 * no turn is done twice, nothing is out of order. `-Dopenlines.long=true` is the long form.
 */
class CrashSpec extends Specification {
    static final boolean LONG = Boolean.getBoolean('openlines.long')
    static final int DIALOGS = LONG ? 200 : 20
    static final int EACH = 10
    static final int KILLS = LONG ? 20 : 2

    @AutoCleanup Portal portal = new Portal(openlines.simulator.Settings.defaults())
    HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()
    def folder = Files.createTempDirectory('crash')
    String key = Vault.newKey()
    int port = new ServerSocket(0).withCloseable { it.localPort }
    Process process
    Random random = new Random(11)

    void cleanup() {
        process?.destroyForcibly()?.waitFor()
        folder.toFile().deleteDir()
    }

    def "#KILLS kills, #DIALOGS dialogs, #EACH events each: nothing lost, nothing done twice, nothing out of order"() {
        given: 'a registered bot, and dialogs that exist at the portal'
        long bot = registered()
        String token = 'custom' + storedToken
        portal.line(1, [WELCOME_BOT_TIME: 0])
        def chats = (1..DIALOGS).collect {
            def customer = portal.customer(name: "C$it")
            [customer: customer.id, code: customer.userCode] + portal.say(customer, 'start')
        }
        portal.settle()
        start()

        when: 'events come from a portal that says some of them twice, while the runtime is killed again and again'
        def killer = Thread.start {
            KILLS.times {
                new java.util.concurrent.CountDownLatch(1).await(700 + random.nextInt(600), TimeUnit.MILLISECONDS)
                process.destroyForcibly().waitFor()
                start()
            }
        }
        def gate = Executors.newFixedThreadPool(8)
        def sending = chats.withIndex().collect { chat, n ->
            gate.submit {
                def order = new Random(n)
                (1..EACH).each { i ->
                    def body = event(bot, chat, i, token)
                    acknowledged(body)
                    if (order.nextInt(5) == 0) {
                        acknowledged(body)
                    }
                    if (i % 3 == 0) {
                        new java.util.concurrent.CountDownLatch(1).await(order.nextInt(200), TimeUnit.MILLISECONDS)
                    }
                }
            }
        }
        sending*.get()
        gate.close()
        killer.join()
        def answers = settled(chats)

        then:
        def expected = (1..EACH).collect { "re: m$it #$it".toString() }
        def lost = answers.collectMany { expected - it }
        def strange = answers.collectMany { it - expected }
        def misplaced = answers.findAll { it.unique(false) != expected }
        def twice = answers.sum { it.size() - it.unique(false).size() }
        println "crash: ${DIALOGS * EACH} events, $KILLS kills: ${lost.size()} lost, ${strange.size()} done twice, " +
                "${misplaced.size()} dialogs out of order, $twice messages seen twice"
        lost == []
        strange == []
        misplaced == []
    }

    String storedToken

    /** Registers through a runtime that is stopped in good order. */
    long registered() {
        def settings = Settings.inMemory([Stage.hosted('bot', RuntimeProcess.COUNTING)])
                .storedIn(DatabaseSettings.file(folder.resolve('store')), key)
                .limits(Limits.USUAL.pace(Pace.UNBOUNDED))
        BotServer.start(settings).withCloseable { server ->
            // the portal's own deliveries go nowhere: this spec is the queue server
            server.register(Registration.Wanted.byWebhook(portal.simulator.webhook(), 'http://127.0.0.1:9/', [1L: 'bot']))
            def entry = server.portals().bots(1).first()
            storedToken = entry.token()
            entry.botId()
        }
    }

    void start() {
        def java = "${System.getProperty('java.home')}/bin/java"
        def path = System.getProperty('surefire.test.class.path') ?: System.getProperty('java.class.path')
        process = new ProcessBuilder(java, '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xmx512m', '-cp', path,
                'openlines.runtime.RuntimeProcess', folder.resolve('store').toString(), key, "$port")
                .redirectErrorStream(true).start()
        def out = process.inputReader()
        for (def line = out.readLine(); line != null && !line.startsWith('ready'); line = out.readLine()) {
            if (line.contains('ERROR') || line.contains('Exception')) {
                println "runtime: $line"
            }
        }
        Thread.startVirtualThread { out.forEachLine { if (it.contains('ERROR')) println "runtime: $it" } }
    }

    String event(long bot, Map chat, int i, String token) {
        [event: 'ONIMBOTV2MESSAGEADD', 'data[bot][id]': bot, 'data[bot][code]': 'bot',
         'data[message][id]': 1_000_000 + chat.chatId * 100 + i, 'data[message][chatId]': chat.chatId,
         'data[message][authorId]': chat.customer, 'data[message][text]': "m$i",
         'data[chat][id]': chat.chatId, 'data[chat][dialogId]': "chat$chat.chatId", 'data[chat][entityType]': 'LINES',
         'data[chat][entityId]': chat.code, 'data[user][id]': chat.customer, 'data[user][connector]': 1, ts: 1,
         'auth[domain]': portal.url.authority, 'auth[application_token]': token]
                .collect { name, value -> "$name=${URLEncoder.encode(value.toString(), 'UTF-8')}" }.join('&')
    }

    /** Says it until it is acknowledged, as a queue server that repeats would. */
    void acknowledged(String body) {
        def request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:$port/bitrix24/events"))
                .timeout(Duration.ofSeconds(10))
                .header('Content-Type', 'application/x-www-form-urlencoded').POST(BodyPublishers.ofString(body)).build()
        while (true) {
            try {
                int status = http.send(request, BodyHandlers.discarding()).statusCode()
                if (status == 200) {
                    return
                }
            } catch (IOException down) {
                new java.util.concurrent.CountDownLatch(1).await(20, TimeUnit.MILLISECONDS)
            }
        }
    }

    /** What each customer read, when nothing has been added for a while or everything is there. */
    List<List<String>> settled(List chats) {
        def deadline = System.nanoTime() + Duration.ofSeconds(LONG ? 300 : 60).toNanos()
        while (true) {
            def answers = chats.collect { chat -> portal.chat(chat.chatId).messages.findAll { it.kind == 'bot' }*.text.findAll { it.startsWith('re: m') } }
            if (answers.every { it.toSet().size() >= EACH } || System.nanoTime() > deadline) {
                return answers
            }
            new java.util.concurrent.CountDownLatch(1).await(300, TimeUnit.MILLISECONDS)
        }
    }
}
