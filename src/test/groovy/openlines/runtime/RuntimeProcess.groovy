package openlines.runtime

import static openlines.bot.Reply.*

import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.CountDownLatch
import openlines.bitrix24.rest.Pace
import openlines.bot.Bot
import openlines.store.DatabaseSettings

/** A runtime of its own process, which may be killed: store, key, port, and its name among many. */
class RuntimeProcess {
    /** Counts its turns in the dialog's memory: a turn done twice would show in the count. */
    static final Bot COUNTING = counting('')

    /** On the node {@code stuckOn} it never ends a turn about something "stuck". */
    static Bot counting(String node, String stuckOn = 'one') {
        { on ->
            on.otherwise { turn ->
                if (node == stuckOn && turn.text().contains('stuck')) {
                    new CountDownLatch(1).await()
                }
                int count = (turn.remembered('count').orElse('0') as int) + 1
                say("re: ${turn.text()} #$count").then(remember('count', "$count"))
            }
        } as Bot
    }

    static DatabaseSettings store(String place) {
        place.startsWith('jdbc:') ? DatabaseSettings.at(place, 'postgres', 'postgres') : DatabaseSettings.file(Path.of(place))
    }

    static void main(String[] args) {
        String node = args.length > 3 ? args[3] : 'node'
        def server = BotServer.start(Settings.inMemory([Stage.hosted('bot', counting(node))])
                .storedIn(store(args[0]), args[1])
                .at('127.0.0.1', args[2] as int)
                .node(node)
                .limits(Limits.USUAL.pace(Pace.UNBOUNDED).lease(Duration.ofSeconds(3)).turn(Duration.ofMinutes(10))))
        println "ready ${server.port()}"
        System.out.flush()
        System.in.read()
        server.close()
    }

    /** Starts one and waits until it takes events. */
    static Process start(Object... args) {
        def java = "${System.getProperty('java.home')}/bin/java"
        def path = System.getProperty('surefire.test.class.path') ?: System.getProperty('java.class.path')
        def process = new ProcessBuilder([java, '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xmx512m', '-cp', path,
                RuntimeProcess.name, *args]*.toString()).redirectErrorStream(true).start()
        def out = process.inputReader()
        for (def line = out.readLine(); line != null && !line.startsWith('ready'); line = out.readLine()) {
            if (line.contains('ERROR') || line.contains('Exception')) {
                println "runtime: $line"
            }
        }
        Thread.startVirtualThread { out.eachLine { if (it.contains('ERROR')) println "runtime: $it" } }
        process
    }
}
