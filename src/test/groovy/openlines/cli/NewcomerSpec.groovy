package openlines.cli

import java.net.http.HttpClient
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import openlines.testkit.ControlFace
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

/** The first minutes, as the README has them: its commands, one after the other, in a checkout with nothing done in it. */
class NewcomerSpec extends Specification {
    @TempDir
    Path checkout
    @AutoCleanup
    HttpClient http = HttpClient.newHttpClient()
    def eventually = new PollingConditions(timeout: 60, delay: 0.05)
    List<Process> started = []

    def cleanup() {
        started.each { it.destroy(); it.waitFor(20, TimeUnit.SECONDS) || it.destroyForcibly() }
    }

    /** The launcher starts this class with this environment. */
    private Process run(String command) {
        def words = command.replaceFirst('^./openlines ', '').split(' ') as List
        def classPath = (System.getProperty('surefire.test.class.path') ?: System.getProperty('java.class.path'))
                .split(File.pathSeparator).collect { new File(it).absolutePath }.join(File.pathSeparator)
        def builder = new ProcessBuilder(["${System.getProperty('java.home')}/bin/java".toString(), '-XX:TieredStopAtLevel=1', '--enable-native-access=ALL-UNNAMED', '-cp', classPath, 'openlines.cli.Main'] + words)
                .directory(checkout.toFile()).redirectErrorStream(true)
        builder.environment().OPENLINES_HOME = checkout.toString()
        def process = builder.start()
        started << process
        process
    }

    private void copy(Path folder) {
        Files.walk(folder).withCloseable { it.forEach { file -> Files.copy(file, checkout.resolve(file.toString())) } }
    }

    private static List<String> commands() {
        def section = new File('README.md').text.split('## From nothing to an answer')[1].split('\n## ')[0]
        (section =~ /(?s)```sh\n(.*?)```/)[0][1].readLines().collect { it.replaceFirst(/\s+#.*/, '').strip() }
    }

    def "made, edited in one line, and answered on the desk"() {
        given:
        ['bots', 'intents'].each { copy(Path.of(it)) }
        expect:
        commands() == ['./openlines new mybot', './openlines test bots/mybot', './openlines simulate']

        when: 'the first two commands'
        def began = System.nanoTime()
        def made = run(commands()[0])
        def madeSays = made.inputStream.text
        def tested = run(commands()[1])
        def testSays = tested.inputStream.text
        then:
        madeSays.contains('made ' + checkout.resolve('bots/mybot'))
        [made, tested]*.waitFor() == [0, 0]
        testSays.endsWith('2 dialogs, 0 different\n')

        when: 'the third, on a free port'
        def simulated = run(commands()[2] + ' --port 0')
        def said = new StringBuffer()
        simulated.consumeProcessOutputStream(said)
        eventually.eventually { assert said.toString().contains('mybot on line') }
        def desk = (said.toString() =~ /desk\s+(http\S+)/)[0][1]
        def line = (said.toString() =~ /mybot on line (\d+)/)[0][1] as long
        def control = new ControlFace(http, URI.create(desk))
        and: 'one line of YAML is edited'
        def file = checkout.resolve('bots/mybot/bot.yml').toFile()
        file.setText(file.getText('UTF-8').replace('price.ask: The basic plan is 9 euro a month.', 'price.ask: It is free today.'), 'UTF-8')
        eventually.eventually { assert said.toString().contains('bot mybot: saved, and at work from the next turn on') }
        def customer = control.post('customers', [line: line, name: 'Olga']).path('id').asLong()
        def chat = control.post("customers/$customer/say", [text: 'what does it cost?']).path('chatId').asLong()
        then:
        eventually.eventually {
            assert control.get("chats/$chat").path('messages').collect { it.path('text').asText() }.last() == 'It is free today.'
        }
        println "measured: from 'openlines new' to the edited line's answer on the desk: ${(System.nanoTime() - began).intdiv(1_000_000)} ms"
    }
}
