package openlines.plugin

import java.nio.file.Path
import openlines.bot.Problem
import openlines.plugin.script.BotAlone
import openlines.plugin.script.Play
import openlines.plugin.script.Script
import openlines.plugin.script.ScriptFile
import spock.lang.Shared
import spock.lang.Specification

/** Every shipped bot's dialogs, in virtual time. */
class DialogsSpec extends Specification {
    @Shared
    Plugins bots = Plugins.from(Path.of('bots'))
    @Shared
    Map<String, Taught> taught = bots.all().collectEntries { [it.name(), Taught.of(it)] }

    def "#bot: #script.name"() {
        expect:
        difference(bot, script) == ''
        where:
        [bot, script] << scripts()
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
        def alone = new BotAlone(bots.find(bot).get().conversation(), { taught[bot].in(it) }, script.setting())
        Play.of(script, alone).map { it.toString() }.orElse('')
    }

    private static List<List<Object>> scripts() {
        new File('bots').listFiles().findAll { it.directory }*.name.sort().collectMany { bot ->
            ScriptFile.of(Path.of('bots', bot), { throw new IllegalStateException(it.toString()) }).collect { [bot, it] }
        }
    }
}
