package openlines.runtime

import static openlines.bot.Reply.*

import java.nio.file.Path
import java.time.InstantSource
import openlines.bitrix24.rest.Pace
import openlines.bot.Bot
import openlines.store.DatabaseSettings

/** A runtime of its own process, which may be killed: store, key, port. */
class RuntimeProcess {
    /** Counts its turns in the dialog's memory: a turn done twice would show in the count. */
    static final Bot COUNTING = { on ->
        on.otherwise { turn ->
            int count = (turn.remembered('count').orElse('0') as int) + 1
            say("re: ${turn.text()} #$count").then(remember('count', "$count"))
        }
    } as Bot

    static void main(String[] args) {
        def server = BotServer.start(Settings.inMemory([Stage.hosted('bot', COUNTING)])
                .storedIn(DatabaseSettings.file(Path.of(args[0])), args[1])
                .at('127.0.0.1', args[2] as int)
                .limits(Limits.USUAL.pace(Pace.UNBOUNDED)))
        println "ready ${server.port()}"
        System.out.flush()
        System.in.read()
        server.close()
    }
}
