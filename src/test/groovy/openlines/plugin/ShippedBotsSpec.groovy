package openlines.plugin

import java.nio.file.Path
import openlines.bot.Customer
import openlines.bot.DialogState
import openlines.bot.Happening
import openlines.bot.Reason
import openlines.bot.Scene
import openlines.bot.Channel
import openlines.bot.Understanding
import spock.lang.Shared
import spock.lang.Specification

class ShippedBotsSpec extends Specification {
    @Shared
    Plugins bots = Plugins.from(Path.of('bots'))

    def "the shipped bots have nothing wrong in them"() {
        expect:
        bots.everyProblem()*.toString() == []
        bots.all().collectMany { it.hints() }*.toString() == []
        bots.all()*.name() == ['afterhours', 'faq', 'menu', 'noanswer', 'survey', 'welcome']
    }

    def "the class path has the same bots as the folder"() {
        given:
        def shipped = Plugins.shipped()
        expect:
        shipped.everyProblem()*.toString() == []
        shipped.all()*.name() == bots.all()*.name()
        shipped.all()*.conversation()*.intents() == bots.all()*.conversation()*.intents()
        shipped.all().every { !it.phrases().phrases().isEmpty() }
    }

    def "every text of the shipped bots is said in #language"() {
        expect:
        bots.all().collectMany { plugin -> untranslated(plugin, language) } == []
        where:
        language << ['ru', 'de']
    }

    private static List<String> untranslated(Plugin plugin, String language) {
        def scene = new Scene(Customer.UNKNOWN, new Channel('livechat'), 1, language, java.time.Instant.EPOCH, java.time.ZoneOffset.UTC)
        def reader = { text, tongue, expected -> Understanding.nothing(text, tongue) } as openlines.bot.Reader
        def said = []
        Reason.values().each { reason ->
            def outcome = plugin.conversation().take(new Happening.Joined(reason), scene, DialogState.NEW, reader)
            def other = plugin.conversation().take(new Happening.Joined(reason), new Scene(scene.customer(), scene.channel(), 1, 'en', scene.now(), scene.zone()), DialogState.NEW, reader)
            [outcome.acts(), other.acts()].transpose().each { mine, english ->
                if (mine instanceof openlines.bot.Say && mine.text() == english.text()) {
                    said << "${plugin.name()}: ${mine.text()}".toString()
                }
            }
        }
        said
    }
}
