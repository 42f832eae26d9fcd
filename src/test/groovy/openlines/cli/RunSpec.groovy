package openlines.cli

import com.fasterxml.jackson.databind.ObjectMapper
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import openlines.runtime.QueueServer
import openlines.simulator.Portal
import openlines.simulator.Settings
import openlines.store.Database
import openlines.store.DatabaseSettings
import openlines.store.Sql
import openlines.store.Vault
import picocli.CommandLine
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** The server as a process of its own: how it refuses to start, what it shows, and how it ends. */
class RunSpec extends Specification {
    static final String SAID = 'my secret is swordfish 4711'

    @TempDir Path folder
    @AutoCleanup Portal portal = new Portal(Settings.defaults())
    String key = Vault.newKey()
    int port = new ServerSocket(0).withCloseable { it.localPort }
    Process process

    void cleanup() {
        process?.destroyForcibly()?.waitFor()
    }

    Process start(Map environment, String... arguments) {
        def java = Path.of(System.getProperty('java.home'), 'bin', 'java').toString()
        def path = System.getProperty('surefire.test.class.path') ?: System.getProperty('java.class.path')
        def builder = new ProcessBuilder([java, '-XX:TieredStopAtLevel=1', '-Xmx512m', '-Dlogback.configurationFile=logback.xml', '-cp', path, 'openlines.cli.Main'] + (arguments as List))
                .directory(folder.toFile())
                .redirectError(folder.resolve('err').toFile()).redirectOutput(folder.resolve('out').toFile())
        builder.environment().putAll(environment)
        process = builder.start()
    }

    String text(String file) { Files.readString(folder.resolve(file)) }

    Map get(String path) {
        def answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:$port$path")).build(), BodyHandlers.ofString())
        [status: answer.statusCode(), text: answer.body()]
    }

    def "a wrong setting stops the start, and is named: #key"() {
        when:
        start([:], 'run', '-s', setting)
        then:
        process.waitFor(120, TimeUnit.SECONDS)
        process.exitValue() != 0
        text('err').contains(key)
        !text('err').contains('\tat ')
        where:
        setting           | key
        'prot=1'          | "'prot'"
        'turn-limit=soon' | "'turn-limit'"
    }

    def "it runs, shows how it is, logs no secrets, and on SIGTERM ends what is in flight"() {
        given: 'a bot on a line, and settings in a file'
        assert new CommandLine(new NewCommand()).execute('plans', '--bots', folder.resolve('bots').toString()) == 0
        Files.writeString(folder.resolve('openlines.properties'), "port=$port\nkey=$key\ndatabase=${folder.resolve('store')}\npace=unbounded\n")
        assert Main.commandLine().execute('register', '-c', folder.resolve('openlines.properties').toString(),
                '-s', "bots=${folder.resolve('bots')}", portal.simulator.webhook(), '--line', '1=plans') == 0
        portal.line(1, [WELCOME_BOT_TIME: 0])
        start([OPENLINES_LOG_FORMAT: 'json', OPENLINES_LOG: 'DEBUG'], 'run')
        assert QueueServer.eventually { text('out').contains('metrics') }

        when: 'a customer writes, and one answer is refused for good'
        def customer = portal.customer()
        def chat = portal.say(customer, SAID).chatId
        assert QueueServer.eventually { answers(chat) >= 1 }
        portal.control('POST', 'faults', [error: 'ACCESS_DENIED', method: 'imopenlines.bot.session.message.send', count: 1])
        portal.say(customer, SAID)
        assert QueueServer.eventually { get('/prometheus').text.contains('openlines_letters_total{outcome="dead"}') }
        then:
        get('/health').with { it.status == 200 && it.text.contains('UP') }
        ['openlines_events_total{outcome="accepted"}', 'openlines_inbox_total{outcome="kept"}', 'openlines_turns_seconds_count{',
         'openlines_letters_total{outcome="sent"}', 'openlines_rest_requests_total', 'openlines_rest_waiting', 'jvm_memory_used_bytes'].every { get('/prometheus').text.contains(it) }
        and: 'one JSON object a line, with the dialog, without the words and the secrets'
        def lines = text('err').readLines().collect { new ObjectMapper().readValue(it, Map) }
        lines.find { it.message.contains('a letter is dead') }.mdc == [portal: '1', chat: "$chat".toString()]
        !text('err').contains('swordfish')
        !text('err').contains(key)
        !text('err').contains(portal.simulator.webhook().split('/')[-1])
        !text('err').contains(botToken())

        when: 'it is told to stop while the portal takes its time with an answer'
        int before = answers(chat)
        portal.control('POST', 'faults', [delayMs: 2000, method: 'imopenlines.bot.session.message.send', count: 1])
        portal.say(customer, SAID)
        assert QueueServer.eventually { portal.control('GET', 'faults').calls == [] }
        process.destroy()
        then:
        process.waitFor(60, TimeUnit.SECONDS)
        answers(chat) > before
        stored("select claimed_by from dialog where claimed_by <> ''") == []
        stored('select body from outbox') == []
    }

    private int answers(chat) { portal.chat(chat).messages.count { it.kind == 'bot' } }

    private String botToken() {
        portal.control('GET', 'journal?name=imbot.v2.bot.register').first().request.find(/"botToken":"([^"]+)"/) { all, token -> token }
    }

    private List<String> stored(String select) {
        Database.open(DatabaseSettings.file(folder.resolve('store'))).withCloseable { database ->
            database.read { sql -> sql.list(select, { it.getString(1) } as Sql.Row) }
        }
    }
}
