package openlines.cli

import java.net.http.HttpClient
import java.nio.file.Files
import java.nio.file.Path
import openlines.bitrix24.rest.Authorities
import openlines.desk.Chromium
import openlines.desk.Desk
import openlines.simulator.Settings
import openlines.testkit.ControlFace
import picocli.CommandLine
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

/** What {@code openlines simulate} starts: portal, runtime and bots, as their user meets them. */
class PlaygroundSpec extends Specification {
    @TempDir Path folder
    def told = new StringWriter()
    @AutoCleanup Playground playground
    @AutoCleanup HttpClient http = HttpClient.newHttpClient()
    def eventually = new PollingConditions(timeout: 30, delay: 0.05)

    private ControlFace start(Path bots, Settings settings = Settings.defaults()) {
        playground = Playground.start(settings, 0, bots, new Workbench(new PrintWriter(told, true)))
        new ControlFace(http, playground.simulator().url())
    }

    private static List<String> bot(ControlFace control, long chat) {
        control.get("chats/$chat").path('messages').findAll { it.path('kind').asText() == 'bot' }*.path('text')*.asText()
    }

    @Requires(value = { Chromium.found }, reason = Chromium.NEEDS)
    def "on the desk's page a customer meets the welcome bot, and the operator after it"() {
        given:
        start(Path.of('bots'))
        def page = new Chromium()
        page.open(playground.simulator().url())
        def desk = new Desk(page)

        when:
        desk.opensChat()
        desk.customerSays('hello')
        then:
        desk.customerSees('I can tell you this:')

        when:
        desk.customerSays('a human please')
        then:
        desk.stage('In the queue')

        when:
        desk.presses('Take')
        desk.stage('With an operator')
        desk.operatorSays('Anna here, hello!')
        then:
        desk.customerSees('Anna here, hello!')

        when:
        desk.presses('Finish', '.acts')
        then: 'the bot for that asks how it was'
        desk.customerSees('How did we do?')

        when:
        desk.customerSays('5')
        desk.customerSees('What should we do better?')
        desk.customerSays('skip')
        then:
        desk.customerSees('Thank you!')
        desk.stage('Closed')

        cleanup:
        page?.close()
    }

    def "a bot just made answers; a saved change takes effect with the next turn; a broken one leaves the old"() {
        given: 'a bot that openlines new has made'
        def bots = Files.createDirectory(folder.resolve('bots'))
        assert Main.commandLine().execute('new', 'mybot', '--yaml', '--bots', bots.toString()) == 0
        def file = bots.resolve('mybot/bot.yml')
        Files.writeString(file, '''\
            bot: { code: mybot, name: Robin, language: en }
            line: { welcome: "Good day!" }
            otherwise: { say: "First words." }
            '''.stripIndent())
        def control = start(bots)
        def line = control.get("lines").find { it.path("LINE_NAME").asText() == "Robin (mybot)" }?.path("ID")?.asLong()
        assert line, told
        def customer = control.post('customers', [line: line]).path('id').asLong()

        when:
        def chat = control.post("customers/$customer/say", [text: 'xyzzy']).path('chatId').asLong()
        then:
        eventually.eventually { assert bot(control, chat) == ['Good day!', 'First words.'] }

        when: 'a line is edited'
        Files.writeString(file, Files.readString(file).replace('First words.', 'Other words.'))
        eventually.eventually { assert told.toString().contains('at work from the next turn on') }
        control.post("customers/$customer/say", [text: 'xyzzy'])
        then:
        eventually.eventually { assert bot(control, chat).last() == 'Other words.' }

        when: 'and then broken'
        Files.writeString(file, Files.readString(file).replace('otherwise:', 'otherwize:'))
        eventually.eventually { assert told.toString().contains('broken, the one before stays') }
        control.post("customers/$customer/say", [text: 'xyzzy'])
        then: 'the console says where, and the old one answers'
        told.toString().contains('bots/mybot/bot.yml:3')
        eventually.eventually { assert bot(control, chat) == ['Good day!', 'First words.', 'Other words.', 'Other words.'] }
    }

    def "a role that is changed takes effect at once: the line calls the bot in for that, and for nothing else"() {
        given: 'a bot that keeps company, on the first line'
        def file = Files.createDirectories(folder.resolve('bots/robin')).resolve('bot.yml')
        def write = { String role ->
            Files.writeString(file, "bot: { code: robin, name: Robin, language: en$role }\notherwise: { say: 'Well.' }\n")
        }
        write(', role: no-answer')
        def control = start(folder.resolve('bots'))
        long robin = playground.runtime().portals().bots(1).first().botId()
        def callsRobin = { control.get('lines').collectEntries { line ->
            [line.path('ID').asLong(), ['WELCOME_BOT_ID', 'NO_ANSWER_BOT_ID', 'WORKTIME_DAYOFF_BOT_ID', 'CLOSE_BOT_ID']
                    .findAll { line.path(it).asLong() == robin }]
        }.findAll { it.value } }
        assert callsRobin() == [1L: ['NO_ANSWER_BOT_ID']]

        when:
        write(', role: after-hours')
        then:
        eventually.eventually { assert callsRobin() == [1L: ['WORKTIME_DAYOFF_BOT_ID']] }

        when: 'it has none any more'
        write('')
        then: 'it welcomes on a line of its own'
        eventually.eventually { assert callsRobin().values().toList() == [['WELCOME_BOT_ID']] && !callsRobin()[1L] }

        when:
        write(', role: closing')
        then:
        eventually.eventually { assert callsRobin() == [1L: ['CLOSE_BOT_ID']] }
        playground.whereabouts() == ['robin on line 1']
    }

    def "over TLS the shipped bots answer too, and the file of the portal's authority is told"() {
        given:
        start(Path.of('bots'), Settings.defaults().overTls())
        def ca = playground.simulator().ca().get()
        def trusting = HttpClient.newBuilder().sslContext(Authorities.of(ca).context()).build()
        def control = new ControlFace(trusting, playground.simulator().url())

        when:
        def customer = control.post('customers', [name: 'Klara']).path('id').asLong()
        def chat = control.post("customers/$customer/say", [text: 'hello']).path('chatId').asLong()
        then:
        eventually.eventually { assert bot(control, chat).any { it.contains('I can tell you this') } }
        told.toString().contains("$ca")
        told.toString().contains('https://')

        cleanup:
        trusting?.close()
    }

    def "--tls and --trust are flags of simulate; a wrong file is told before anything starts"() {
        given:
        def command = new SimulateCommand()
        def ca = Files.writeString(folder.resolve('none.pem'), 'no certificate')
        def err = new StringWriter()

        when:
        new CommandLine(command).parseArgs('--tls')
        then:
        command.settings().tls()
        command.settings().trust().empty

        when:
        def status = Main.commandLine().setErr(new PrintWriter(err, true)).execute('simulate', '--port', '0', '--trust', ca.toString())
        then:
        status != 0
        err.toString().contains('none.pem')

        when:
        command = new SimulateCommand()
        new CommandLine(command).parseArgs('--trust', playgroundAuthority().toString())
        then:
        command.settings().trust().present
        !command.settings().tls()
    }

    private Path playgroundAuthority() {
        start(Files.createDirectory(folder.resolve('no-bots')), Settings.defaults().overTls())
        playground.simulator().ca().get()
    }
}
