package openlines.plugin

import java.nio.file.Path
import openlines.bot.Problem
import openlines.plugin.script.BotAlone
import openlines.plugin.script.Line
import openlines.plugin.script.Play
import openlines.plugin.script.Script
import openlines.plugin.script.ScriptFile
import openlines.testkit.Theatre
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Every shipped bot's dialogs, in virtual time: by the bot alone, and through portal and runtime. */
class DialogsSpec extends Specification {
    @Shared
    Plugins bots = Plugins.from(Path.of('bots'))
    @Shared
    Lessons lessons = Lessons.now()
    @Shared
    @AutoCleanup
    Theatre theatre = new Theatre(bots.all(), lessons)

    def "#bot: #script.name"() {
        expect:
        difference(bot, script) == ''
        where:
        [bot, script] << scripts()
    }

    def "#bot, through portal and runtime: #script.name"() {
        expect:
        theatre.play(bot, script).map { it.toString() }.orElse('') == ''
        where:
        // a dialog in which time passes leaves the portal too late for another one
        [bot, script] << scripts().sort { it[1].lines().any { line -> line instanceof Line.Waits } }
    }

    def "each bot has scripts, and they can be read"() {
        given:
        List<Problem> problems = []
        def counts = bots.all().collectEntries { [it.name(), ScriptFile.of(Path.of('bots', it.name()), { problems << it }).size()] }
        expect:
        problems*.toString() == []
        counts.every { it.value >= 7 }
        counts.size() == 6
    }

    private String difference(String bot, Script script) {
        def plugin = bots.find(bot).get()
        def taught = lessons.of(plugin)
        Play.of(script, new BotAlone(plugin.conversation(), { taught.in(it) }, script.setting())).map { it.toString() }.orElse('')
    }

    private static List<List<Object>> scripts() {
        new File('bots').listFiles().findAll { it.directory }*.name.sort().collectMany { bot ->
            ScriptFile.of(Path.of('bots', bot), { throw new IllegalStateException(it.toString()) }).collect { [bot, it] }
        }
    }
}
