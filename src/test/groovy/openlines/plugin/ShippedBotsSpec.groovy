package openlines.plugin

import java.nio.file.Files
import java.nio.file.Path
import javax.tools.ToolProvider
import openlines.bot.Customer
import openlines.bot.DialogState
import openlines.bot.Happening
import openlines.bot.Reason
import openlines.bot.Scene
import openlines.bot.Channel
import openlines.bot.Understanding
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

class ShippedBotsSpec extends Specification {
    @TempDir
    Path folder

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

    def "a jar beside the folders brings its bots, with their classes"() {
        given:
        def source = folder.resolve('JarBot.java')
        source.toFile().text = 'package jarbot; public class JarBot implements openlines.bot.Bot { public void define(openlines.bot.Dialog on) { on.welcome(t -> openlines.bot.Reply.say("From the jar")); } }'
        def classPath = System.getProperty('java.class.path') + File.pathSeparator + Path.of(openlines.bot.Bot.protectionDomain.codeSource.location.toURI())
        assert ToolProvider.systemJavaCompiler.run(null, null, null, '-proc:none', '-cp', classPath, '-d', folder.toString(), source.toString()) == 0
        def bots = Files.createDirectory(folder.resolve('bots'))
        new java.util.zip.ZipOutputStream(Files.newOutputStream(bots.resolve('more.jar'))).withCloseable { jar ->
            def put = { name, bytes -> jar.putNextEntry(new java.util.zip.ZipEntry(name)); jar.write(bytes); jar.closeEntry() }
            put('jarbot/JarBot.class', folder.resolve('jarbot/JarBot.class').toFile().bytes)
            put('bots/jarbot/bot.yml', 'bot: { name: J, language: en, class: jarbot.JarBot }'.bytes)
            put('bots/table/bot.yml', 'bot: { name: T, language: en }\nintents: { parking: Behind the house. }'.bytes)
            put('bots/table/intents/en/parking.yml', 'phrases: [where can I park]'.bytes)
        }
        Files.writeString(bots.resolve('broken.jar'), 'no jar')
        when:
        def plugins = Plugins.from(bots)
        def scene = new Scene(Customer.UNKNOWN, new Channel('livechat'), 1, 'en', java.time.Instant.EPOCH, java.time.ZoneOffset.UTC)
        def reader = { text, tongue, expected -> Understanding.nothing(text, tongue) } as openlines.bot.Reader
        then:
        plugins.all()*.name() == ['jarbot', 'table']
        plugins.all()*.problems() == [[], []]
        plugins.problems()*.toString().every { it.startsWith('bots/broken.jar:0: the jar can\'t be read: ') }
        plugins.problems().size() == 1
        plugins.find('jarbot').get().conversation().take(new Happening.Joined(Reason.WELCOME), scene, DialogState.NEW, reader).acts()*.text() == ['From the jar']
        plugins.find('table').get().phrases().intents().contains('parking')
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
