package openlines.desk

import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import java.nio.file.Files
import java.nio.file.Path
import openlines.simulator.Portal
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** What the page rests on, without a browser. */
class FaceSpec extends Specification {

    @AutoCleanup Portal portal = new Portal()
    @TempDir Path bots
    HttpClient http = HttpClient.newHttpClient()

    def "the page and each of its files come under a policy without inline scripts or foreign places"() {
        when:
        def answer = portal.send('GET', "$portal.url/desk/$file", null)
        then:
        answer.status == 200
        answer.headers.firstValue('Content-Type').get().startsWith(type)
        def policy = answer.headers.firstValue('Content-Security-Policy').get()
        policy.contains("default-src 'none'")
        policy.contains("script-src 'self'")
        !policy.contains('unsafe')
        where:
        file             | type
        ''               | 'text/html'
        'js/main.js'     | 'text/javascript'
        'css/base.css'   | 'text/css'
        'i18n/de.json'   | 'application/json'
        'icon.svg'       | 'image/svg+xml'
    }

    def "nothing but the page's files is given out: #path"() {
        expect:
        portal.send('GET', "$portal.url/desk/$path", null).status in [400, 404]
        where:
        path << ['../logback.xml', '..%2Flogback.xml', 'js/..%2F..%2Flogback.xml', '%2e%2e/logback.xml', 'js/', 'nothing.js', 'js/a/b.js', 'icon.class']
    }

    def "all markup that is not text is built, never parsed"() {
        expect:
        Files.walk(Path.of('src/main/resources/desk')).filter { it.toString().endsWith('.js') }.toList().every {
            !(Files.readString(it) =~ /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/)
        }
    }

    def "WATCH_TYPING #watch: either side #sees that the other one writes"() {
        given:
        portal.line(1, [WATCH_TYPING: watch])
        def bot = portal.call('imbot.v2.Bot.register', [fields: [code: 'b', botToken: 't', properties: [name: 'B'], type: 'openline']]).bot.id
        portal.line(1, [WELCOME_BOT_ENABLE: 'Y', WELCOME_BOT_ID: bot])
        def customer = portal.customer()
        def chat = portal.say(customer, 'hello').chatId
        def place = portal.control('GET', 'state').fact

        when:
        def shown = portal.control('POST', "customers/$customer.id/typing").shown
        portal.call('imbot.v2.Chat.InputAction.notify', [botId: bot, botToken: 't', dialogId: "chat$chat", statusMessageCode: 'IMBOT_AGENT_ACTION_THINKING'])
        portal.say(customer, 'the last fact')
        def heard = listen(place) { it.any { it.event == 'MessageAdded' } }

        then:
        shown == (watch == 'Y')
        heard.findAll { it.event in ['Typing', 'InputAction'] }*.event == facts

        where:
        watch || facts                             | sees
        'Y'   || ['Typing', 'Typing', 'InputAction'] | 'sees'
        'N'   || []                                | 'does not see'
    }

    def "the stream goes on where it was left, and says when that is not possible"() {
        given:
        def customer = portal.customer()
        def place = portal.control('GET', 'state').fact
        portal.say(customer, 'one')

        when:
        def heard = listen(place) { it.any { it.event == 'MessageAdded' } }
        def message = heard.find { it.event == 'MessageAdded' }

        then:
        message.data.message.text == 'one'
        message.data.dialog.stage == 'QUEUE'
        heard.findAll { it.id }*.id*.tokenize('.')*.last()*.toInteger() == (1..heard.count { it.id }).toList()

        when: "from the fact after that one"
        portal.say(customer, 'two')
        def later = listen(message.id) { it.any { it.event == 'MessageAdded' } }

        then:
        later.findAll { it.event == 'MessageAdded' }*.data*.message*.text == ['two']

        expect:
        listen('deadbeef.1') { it.any { it.event == 'reset' } }.last().event == 'reset'
        listen('nonsense') { it.any { it.event == 'reset' } }.last().event == 'reset'
    }

    def "the traffic of a dialog is its own"() {
        given:
        def one = portal.say(portal.customer(), 'one')
        def two = portal.say(portal.customer(), 'two')

        when:
        portal.call('imopenlines.dialog.get', [CHAT_ID: one.chatId])
        portal.call('imopenlines.session.history.get', [SESSION_ID: two.sessionId])
        portal.call('im.dialog.messages.get', [DIALOG_ID: "chat$two.chatId" as String])
        portal.call('user.get')

        then:
        names(one) == ['imopenlines.dialog.get']
        names(two) == ['imopenlines.session.history.get', 'im.dialog.messages.get']
        def entry = portal.control('GET', "dialogs/$one.chatId/exchanges")[0]
        portal.control('GET', "exchanges/$entry.id").request.contains('CHAT_ID')
        portal.tryControl('GET', 'exchanges/999999').status == 404
    }

    def "a dialog comes in pages"() {
        given:
        def customer = portal.customer()
        def chat = (1..25).collect { portal.say(customer, "message $it") }.first().chatId

        when:
        def last = portal.control('GET', "dialogs/$chat?limit=10")
        def before = portal.control('GET', "dialogs/$chat?limit=100&before=${last.messages[0].id}")

        then:
        last.messages*.text == (16..25).collect { "message $it" }
        last.more
        before.messages*.text == (1..15).collect { "message $it" }
        !before.more
        portal.tryControl('GET', 'dialogs/4711').status == 404
    }

    def "a script is kept in the bot's folder, and nothing else anywhere: #bot/#file"() {
        given:
        ['welcome', 'nobot'].each { Files.createDirectories(bots.resolve(it)) }
        Files.writeString(bots.resolve('welcome/bot.yml'), 'bot: {}')
        portal.simulator.companion().botsIn(bots)

        expect:
        put("scripts/$bot/$file", text) == status
        Files.walk(bots).filter { it.toString().contains('dialogs/') }.count() == (status == 200 ? 1 : 0)

        where:
        bot         | file              | text      || status
        'welcome'   | 'hello.yml'       | 'dialog:' || 200
        'welcome'   | 'привет-мир.yml'  | 'dialog:' || 200
        'welcome'   | 'hello.yml'       | ''        || 400
        'welcome'   | 'hello.txt'       | 'dialog:' || 400
        'welcome'   | '..%2Fbot.yml'    | 'dialog:' || 400
        'welcome'   | '.hidden.yml'     | 'dialog:' || 400
        'nobot'     | 'hello.yml'       | 'dialog:' || 404
        '..'        | 'hello.yml'       | 'dialog:' || 404
        'other'     | 'hello.yml'       | 'dialog:' || 404
    }

    def "a script that is there stays as it is"() {
        given:
        Files.createDirectories(bots.resolve('welcome'))
        Files.writeString(bots.resolve('welcome/bot.yml'), 'bot: {}')
        portal.simulator.companion().botsIn(bots)
        expect:
        put('scripts/welcome/a.yml', 'first') == 200
        put('scripts/welcome/a.yml', 'second') == 409
        Files.readString(bots.resolve('welcome/dialogs/a.yml')) == 'first'
    }

    def "another page in the same browser gets nothing: #headers"() {
        when:
        def answer = portal.send('POST', "$portal.url/simulator/customers", '{}', headers)
        then:
        answer.status == status
        where:
        headers                                                     || status
        ['Origin': 'https://evil.example']                          || 403
        ['Origin': 'null']                                          || 403
        ['Origin': 'http://127.0.0.1:1']                            || 403
        ['Content-Type': 'application/json']                        || 200
    }

    def "an exchange says how long it took"() {
        given:
        def chat = portal.say(portal.customer(), 'hello').chatId
        when:
        portal.call('imopenlines.dialog.get', [CHAT_ID: chat])
        then:
        portal.control('GET', "dialogs/$chat/exchanges")[0].latencyMs > 0
    }

    def "presence is told to whoever listens"() {
        given:
        def place = portal.control('GET', 'state').fact
        when:
        portal.presence(2, 'away')
        def heard = listen(place) { it.any { it.event == 'PresenceChanged' } }
        then:
        heard.last().data.user.presence == 'away'
    }

    private int put(String path, String text) {
        portal.send('PUT', "$portal.url/simulator/${encoded(path)}", text, ['Content-Type': 'application/yaml']).status
    }

    private static String encoded(String path) { new URI(null, null, path.replace('%2F', '\u0001'), null).rawPath.replace('%01', '%2F') }

    private List<String> names(Map said) { portal.control('GET', "dialogs/$said.chatId/exchanges")*.name }

    /** The facts after a place, until there are enough. */
    private List<Map> listen(String place, Closure<Boolean> enough) {
        def request = HttpRequest.newBuilder(URI.create("$portal.url/simulator/stream")).header('Last-Event-ID', place).build()
        def events = []
        def event = [:]
        def lines = http.send(request, BodyHandlers.ofLines()).body()
        try {
            for (line in lines.iterator()) {
                if (line.empty) {
                    if (event.event != 'Clock') events << event
                    event = [:]
                    if (enough(events)) break
                } else {
                    def (field, value) = line.split(': ?', 2)
                    event[field] = field == 'data' ? Portal.JSON.readValue(value, Object) : value
                }
            }
        } finally {
            lines.close()
        }
        events
    }
}
