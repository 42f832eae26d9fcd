package openlines.cli

import static openlines.bot.Reply.say

import java.nio.file.Files
import java.nio.file.Path
import openlines.bitrix24.event.DialogEvent
import openlines.bitrix24.rest.RefusedCall
import openlines.bot.Bot
import openlines.runtime.BotServer
import openlines.runtime.Documents
import openlines.runtime.QueueServer
import openlines.runtime.Registration
import openlines.runtime.Settings
import openlines.runtime.Stage
import openlines.simulator.Portal
import openlines.store.BotEntry
import openlines.store.Database
import openlines.store.DatabaseSettings
import openlines.store.DialogKey
import openlines.store.Inbox
import openlines.store.Portal.Application
import openlines.store.Portals
import openlines.store.Vault
import picocli.CommandLine
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** The commands around the runtime, as they are typed, against a portal. */
class RuntimeCommandsSpec extends Specification {
    static final Bot ECHO = { on -> on.otherwise { say("re: ${it.text()}") } } as Bot

    @TempDir Path folder
    @AutoCleanup Portal portal = new Portal(openlines.simulator.Settings.defaults())
    String key = Vault.newKey()
    int port = new ServerSocket(0).withCloseable { it.localPort }
    def out = new StringWriter()
    def err = new StringWriter()

    /** Runs a command with this spec's store, key and bots. */
    int run(String command, String... arguments) {
        out.buffer.length = 0
        err.buffer.length = 0
        def given = [database: folder.resolve('store'), key: key, bots: folder.resolve('bots'), port: port]
                .collectMany { name, value -> ['-s', "$name=$value".toString()] }
        Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true))
                .execute(([command] + given + (arguments as List)) as String[])
    }

    List<String> told() { out.toString().readLines() }

    String domain() { portal.url.authority }

    /** An empty map comes as an empty list. */
    def registeredBot() {
        def all = portal.call('imbot.bot.list')
        all ? all.values().find { it.CODE == 'plans' } : null
    }

    void bots() {
        assert new CommandLine(new NewCommand()).execute('plans', '--bots', folder.resolve('bots').toString()) == 0
    }

    def store(Closure work) {
        Database.open(DatabaseSettings.file(folder.resolve('store'))).withCloseable { work(new Portals(it, Vault.withKey(key))) }
    }

    /** A runtime of the same store, without bots of a folder. */
    BotServer server(Bot bot, int listenOn = port) {
        BotServer.start(Settings.inMemory([Stage.hosted('plans', bot)]).at('127.0.0.1', listenOn)
                .storedIn(DatabaseSettings.file(folder.resolve('store')), key))
    }

    def "register makes bots and lines as wanted, says what it did, and changes nothing the second time; unregister takes it back"() {
        given:
        bots()
        when:
        def status = run('register', portal.simulator.webhook(), '--line', '1=plans')
        then:
        status == 0
        told()[0] == "portal ${domain()} is known"
        told()[1] ==~ /bot plans is user \d+, new/
        told()[2..3] == ['bot plans hears its buttons', 'line 1 is now welcomed by plans']
        def bot = registeredBot()
        portal.call('imopenlines.config.get', [CONFIG_ID: 1]).WELCOME_BOT_ID as long == bot.ID

        when: 'again'
        def before = portal.call('imbot.bot.list')
        status = run('register', portal.simulator.webhook(), '--line', '1=plans')
        then:
        status == 0
        told() == ["portal ${domain()} is known", "bot plans is user $bot.ID, as before", 'bot plans hears its buttons',
                   'line 1 is welcomed by plans, as before']*.toString()
        portal.call('imbot.bot.list') == before

        when:
        status = run('unregister', domain())
        then:
        status == 0
        told() == ['bot plans removed', "portal ${domain()} forgotten".toString()]
        registeredBot() == null
    }

    def "a bot with another role is taken from its old place on the line; another's place stays"() {
        given:
        bots()
        run('register', portal.simulator.webhook(), '--line', '1=plans')
        portal.call('imopenlines.config.update', [CONFIG_ID: 1, PARAMS: [CLOSE_BOT_ID: 1]])
        def file = folder.resolve('bots/plans/bot.yml')
        Files.writeString(file, Files.readString(file).replaceFirst(/(?m)^bot:$/, 'bot:\n  role: no-answer'))
        when:
        def status = run('register', portal.simulator.webhook(), '--line', '1=plans')
        then:
        [status, err.toString()] == [0, '']
        told().last() == 'line 1 now calls plans in when nobody answers'
        with(portal.call('imopenlines.config.get', [CONFIG_ID: 1])) {
            it.NO_ANSWER_BOT_ID as long == registeredBot().ID
            it.WELCOME_BOT_ID as long == 0
            it.WELCOME_BOT_ENABLE == 'N'
            it.CLOSE_BOT_ID as long == 1
        }
    }

    def "register tells in one line what is wrong, with a status, and without the webhook's secret: #what"() {
        given:
        bots()
        expect:
        run('register', *arguments(portal.simulator.webhook())) == 1
        err.toString().readLines().size() == 1
        err.toString().contains(words)
        !err.toString().contains(portal.simulator.webhook().split('/')[-1])
        where:
        what                  | words                                | arguments
        'an unknown bot'      | "no bot 'nobody' is hosted here"     | { [it, '--line', '1=nobody'] }
        'an unknown line'     | 'has no line 77'                     | { [it, '--line', '77=plans'] }
        'nobody is there'     | 'gives no answer'                    | { ["http://127.0.0.1:9/rest/1/${it.split('/')[-1]}/"] }
        'an unknown portal'   | 'has not installed the application'  | { ['nowhere.example'] }
        'a secret that is none' | 'NO_AUTH_FOUND'                    | { [it.replaceAll('[^/]+/$', 'wrong/')] }
    }

    def "doctor finds nothing where all is well"() {
        given:
        registered()
        when: 'the server runs; the doctor looks at its store, of which it has a copy'
        def status = besideServer { run('doctor', domain()) }
        then:
        told().every { it.startsWith('ok ') }
        status == 0
    }

    def "doctor names the fault and its fix: #what"() {
        given:
        register(this)
        fault(this)
        when:
        def status = run('doctor', domain())
        then:
        status == 1
        def at = told().findIndexOf { it.startsWith('FIX') && it.contains(words) }
        at >= 0
        told()[at + 1].contains(fix)

        where:
        what                                | words                            | fix                       | register                                                          | fault
        'a portal that nobody registered'   | 'is not known here'              | 'openlines register'      | {}                                                                | {}
        'a portal that is away'             | 'does not answer'                | 'can be reached'          | { it.registered() }                                               | { it.portal.close() }
        'a webhook that was removed'        | 'does not answer: NO_AUTH_FOUND' | "the webhook's code"      | { it.registered() }                                               | { it.wrongSecret() }
        'a scope that is missing'           | 'scopes are missing: [imbot]'    | 'these scopes'            | { it.registered(it.portal.webhookOf(1, ['imopenlines']), false) } | {}
        'clocks that differ'                | 'the clocks are'                 | 'NTP'                     | { it.registered() }                                               | { it.portal.control('POST', 'clock', [advance: 'PT1H']) }
        'a handler where nothing is'        | 'where nothing answers'          | 'start openlines run'     | { it.registered() }                                               | {}
        'no line for the bot'               | 'welcomes on no line'            | '--line LINE=plans'       | { it.registered(it.portal.simulator.webhook(), false) }           | {}
        'an installation that is not done'  | 'is not finished'                | 'BX24.installFinish()'    | { it.application() }                                              | {}
        'an application that was removed'   | 'is known'                       | 'install it again'        | { it.application() }                                              | { it.store { portals -> portals.gone(1) } }
        'no bots'                           | '0 bots are registered'          | 'openlines register'      | { it.application() }                                              | {}
        'a limit that is used up'           | 'limit is used up'               | 'what else asks'          | { it.registered() }                                               | { it.portal.control('POST', 'faults', [error: 'QUERY_LIMIT_EXCEEDED', count: 2]) }
    }

    void registered(String webhook = portal.simulator.webhook(), boolean line = true) {
        server(ECHO).withCloseable { server ->
            try {
                server.register(Registration.Wanted.byWebhook(webhook, server.handler(), line ? [1L: 'plans'] : [:]))
            } catch (RefusedCall lacksScope) {
                assert webhook != portal.simulator.webhook()
            }
        }
    }

    void wrongSecret() {
        store { portals -> portals.save(portals.byId(1).get().with(new openlines.store.Portal.Webhook("$portal.url".replaceAll('/$', '') + '/rest/1/wrong/'))) }
    }

    /** An application that is there, and whose installation page has not said that it is done. */
    void application() {
        def app = portal.control('POST', 'apps', [scope: ['imbot', 'imopenlines', 'im'], userId: 1])
        store { portals ->
            portals.save(new openlines.store.Portal(0, domain(), app.auth.member_id, new Application(app.auth.client_endpoint, app.auth.access_token, app.auth.refresh_token), 'token', false))
        }
    }

    /** The store is one process' file: the doctor looks at a copy while a server answers at the handler's address. */
    int besideServer(Closure<Integer> work) {
        def copy = folder.resolve('store.mv.db')
        def elsewhere = Files.createTempDirectory('beside')
        Files.copy(copy, elsewhere.resolve('store.mv.db'))
        def running = BotServer.start(Settings.inMemory([]).at('127.0.0.1', port).storedIn(DatabaseSettings.file(elsewhere.resolve('store')), key))
        try {
            work()
        } finally {
            running.close()
            elsewhere.toFile().deleteDir()
        }
    }

    def "a command beside the servers takes none of their work: #command"() {
        given: 'an event that waits for a server'
        registered()
        def chat = new DialogKey(1, 9, 77)
        def where = new DialogEvent.Where(9, 'plans', 77, 'chat77', DialogEvent.Line.of('', '', ''), new DialogEvent.Author(5, 'Klara', true, false), 'en')
        def event = Documents.write(new DialogEvent.MessageAdded(where, 'message:1', 1, 'hello', false, []))
        inbox { it.add(new Inbox.Arrival(chat, 'message:1', event), 1) }
        when:
        run(*arguments(this))
        then:
        inbox { it.waiting() } == 1
        where:
        command      | arguments
        'doctor'     | { ['doctor', it.domain()] }
        'unregister' | { ['unregister', 'nowhere.example'] }
    }

    def inbox(Closure work) {
        Database.open(DatabaseSettings.file(folder.resolve('store'))).withCloseable { work(new Inbox(it)) }
    }

    def "dead letters are listed, read, sent again and thrown away"() {
        given: 'two messages that the portal would not take'
        def chat
        server(ECHO).withCloseable { server ->
            server.register(Registration.Wanted.byWebhook(portal.simulator.webhook(), server.handler(), [1L: 'plans']))
            portal.line(1, [WELCOME_BOT_TIME: 0])
            portal.control('POST', 'faults', [error: 'ACCESS_DENIED', method: 'imopenlines.bot.session.message.send', count: 2])
            def customer = portal.customer()
            chat = portal.say(customer, 'one').chatId
            portal.say(customer, 'two')
            assert QueueServer.eventually { server.outbox().deadLetters().size() == 2 }
        }
        when:
        def status = run('dead-letters')
        then:
        status == 0
        told().size() == 3
        told().last() == '2 dead letters'
        told()[0].contains("chat $chat") && told()[0].contains('ACCESS_DENIED')
        !out.toString().contains('re: one')

        when:
        run('dead-letters', '--texts')
        then:
        told()[0].contains('re: one')

        when: 'one is sent again, one is thrown away, one is not there'
        def numbers = told()[0..1]*.split(' ')*.first()
        run('dead-letters', '--send', numbers[0], '--discard', numbers[1], '--send', '77')
        then:
        told() == ["${numbers[0]} waits to be sent", '77 is not there', "${numbers[1]} thrown away", 'no dead letters']*.toString()

        when:
        def sent = server(ECHO).withCloseable {
            QueueServer.eventually { portal.chat(chat).messages.findAll { it.kind == 'bot' }*.text == ['re: one'] }
        }
        then:
        sent
    }
}
