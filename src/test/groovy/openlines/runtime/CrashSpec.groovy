package openlines.runtime

import java.nio.file.Files
import java.time.Duration
import java.util.concurrent.Executors
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
        def queue = NodesSpec.registered(portal, DatabaseSettings.file(folder.resolve('store')), key)
        portal.line(1, [WELCOME_BOT_TIME: 0])
        def chats = (1..DIALOGS).collect {
            def customer = portal.customer(name: "C$it")
            [customer: customer.id, code: customer.userCode] + portal.say(customer, 'start')
        }
        portal.settle()
        start()

        when: 'events come from a portal that says some of them twice and some before others, while the runtime is killed again and again'
        def killer = Thread.start {
            KILLS.times {
                QueueServer.soon(700 + random.nextInt(600))
                process.destroyForcibly().waitFor()
                start()
            }
        }
        def gate = Executors.newFixedThreadPool(8)
        def sending = chats.withIndex().collect { chat, n ->
            gate.submit {
                def chance = new Random(n)
                def said = []
                reordered(chance).each { i ->
                    queue.tellUntilTaken(port, queue.message(chat, i))
                    said << i
                    if (chance.nextInt(5) == 0) {
                        repeats.incrementAndGet()
                        queue.tellUntilTaken(port, queue.message(chat, said[chance.nextInt(said.size())]))
                    }
                    if (said.size() % 3 == 0) {
                        QueueServer.soon(chance.nextInt(200))
                    }
                }
                said
            }
        }
        def said = sending*.get()
        gate.close()
        killer.join()
        def answers = settled(chats)

        then:
        def texts = answers*.collect { it.replaceAll(/ #\d+/, '') }
        def lost = [said, texts].transpose().collectMany { told, read -> told.collect { "re: m$it".toString() } - read }
        // a turn counts in the dialog's memory: done twice, its number is higher than its place
        def counts = answers*.collect { it.replaceAll(/.*#/, '') as int }
        def again = counts.collectMany { it.findAll { it > EACH } }
        def misplaced = [said, answers].transpose().findAll { told, read ->
            read.unique(false) != told.withIndex(1).collect { i, place -> "re: m$i #$place".toString() }
        }
        def twice = answers.sum { it.size() - it.unique(false).size() }
        println "crash: ${DIALOGS * EACH} events, ${repeats.get()} repeats, ${moved(said)} before their time, $KILLS kills: " +
                "${lost.size()} lost, ${again.size()} done twice, ${misplaced.size()} dialogs out of order, $twice messages seen twice"
        moved(said) > 0
        repeats.get() > 0
        lost == []
        again == []
        misplaced == []
    }

    def repeats = new java.util.concurrent.atomic.AtomicInteger()

    /** The order in which a queue server that overtakes itself tells them: the runtime's order is the one it heard. */
    private static List<Integer> reordered(Random chance) {
        def order = (1..EACH).toList()
        (0..<EACH - 1).each { if (chance.nextInt(4) == 0) Collections.swap(order, it, it + 1) }
        order
    }

    private static int moved(List<List<Integer>> said) {
        said.sum { order -> order.withIndex(1).count { i, place -> i > place } }
    }

    void start() {
        process = RuntimeProcess.start(folder.resolve('store'), key, port)
    }

    /** What each customer read, when nothing has been added for a while or everything is there. */
    List<List<String>> settled(List chats) {
        def deadline = System.nanoTime() + Duration.ofSeconds(LONG ? 300 : 60).toNanos()
        while (true) {
            def answers = chats.collect { chat -> portal.chat(chat.chatId).messages.findAll { it.kind == 'bot' }*.text.findAll { it.startsWith('re: m') } }
            if (answers.every { it.toSet().size() >= EACH } || System.nanoTime() > deadline) {
                return answers
            }
            QueueServer.soon(300)
        }
    }
}
