package openlines.simulator.connector

import com.sun.net.httpserver.HttpServer
import java.nio.charset.StandardCharsets
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.Executors
import openlines.simulator.Portal
import spock.lang.AutoCleanup
import spock.lang.Specification

/** A whole shop's day: a connector, a bot and the operators, each a program of its own that speaks HTTP. */
class ThousandCustomersSpec extends Specification {

    static final int CUSTOMERS = 1000

    @AutoCleanup Portal portal = new Portal()
    @AutoCleanup ConnectorApp app = new ConnectorApp(portal)
    HttpServer bot = HttpServer.create(new InetSocketAddress('127.0.0.1', 0), 0)

    def cleanup() { bot.stop(0) }

    /** Greets in the session it is given, then calls an operator. */
    void startBot() {
        bot.executor = Executors.newVirtualThreadPerTaskExecutor()
        bot.createContext('/') { exchange ->
            def event = ConnectorApp.parse(new String(exchange.requestBody.readAllBytes(), StandardCharsets.UTF_8))
            if (event.event == 'ONIMBOTV2MESSAGEADD') {
                def chat = event.data.message.chatId
                portal.call('imopenlines.bot.session.message.send', [CHAT_ID: chat, NAME: 'DEFAULT', MESSAGE: "Hello, ${event.data.user.name}!".toString()])
                portal.call('imopenlines.bot.session.operator', [CHAT_ID: chat])
            }
            exchange.sendResponseHeaders(200, -1)
            exchange.close()
        }
        bot.start()
        def id = portal.call('imbot.v2.Bot.register', [fields: [code: 'greeter', botToken: 'secret', properties: [name: 'Marina'], type: 'openline',
                eventMode: 'webhook', webhookUrl: "http://127.0.0.1:$bot.address.port/".toString()]]).bot.id
        portal.line(1, [WELCOME_BOT_ENABLE: 'Y', WELCOME_BOT_ID: id, WELCOME_MESSAGE: 'N', AUTO_CLOSE_TIME: 0])
    }

    void quiet() {
        assert portal.control('POST', 'settle', [timeout: 'PT5M']).quiet
    }

    static String letters(int number) { number.toString().collect { (char) ('a'.charAt(0) + (it as int)) }.join('') }

    def "1,000 customers write, a bot greets them, operators answer: every answer arrives once, in order, and is confirmed"() {
        given:
        startBot()
        app.connect()

        when: "all write, fifty in a call"
        def results = (0..<CUSTOMERS).collate(50).collectMany { some ->
            app.send(1, some.collect { ConnectorApp.message(user: "u$it".toString(), chat: "c$it".toString(), id: "in-$it".toString(),
                    text: "question $it".toString(), person: [name: letters(it), last_name: '']) })
        }
        quiet()

        then: "each has a chat and a session"
        results.every { it.SUCCESS }
        (results*.session*.CHAT_ID as Set).size() == CUSTOMERS

        when: "whom the queue gave it answers, twice, round by round"
        def chats = portal.control('GET', 'chats').findAll { it.type == 'lines' }
        chats.each { portal.operator(it.id, it.session.operator, 'answer') }
        ['first', 'second'].each { round -> chats.each { portal.operator(it.id, it.session.operator, 'say', [text: "$round answer for $it.entityId".toString()]) } }
        quiet()
        def byChat = [:] as ConcurrentHashMap<String, List<String>>
        app.named('OnImConnectorMessageAdd').each { byChat.computeIfAbsent(it.data.MESSAGES['0'].chat.id, { [] }) << it.data.MESSAGES['0'].message.text }

        then:
        chats*.session*.stage == ['QUEUE'] * CUSTOMERS
        byChat.size() == CUSTOMERS
        (0..<CUSTOMERS).every { number ->
            def texts = byChat["c$number".toString()]*.replaceFirst(/^\[b].*?:\[\/b] \[br]/, '')
            texts == ["Hello, ${letters(number)}!", "first answer for myconnector|1|c$number|u$number", "second answer for myconnector|1|c$number|u$number"]*.toString()
        }

        and: "every one of them confirmed and read"
        app.channel.size() == 3 * CUSTOMERS
        chats.every { chat ->
            def sent = portal.chat(chat.id).messages.findAll { it.kind in ['bot', 'employee'] }
            sent.size() == 3 && sent.every { app.channel[it.params.CONNECTOR_MID[0]].im.message_id == "$it.id" }
        }
        app.events.findAll { it.event == 'ONIMCONNECTORDIALOGSTART' }.size() == CUSTOMERS

        when: "everything is edited here and there"
        chats.each {
            def last = portal.chat(it.id).messages.last()
            portal.control('POST', "chats/$it.id/edit", [messageId: last.id, text: "better for $it.entityId".toString()])
        }
        def changed = (0..<CUSTOMERS).collate(50).collectMany { some ->
            app.does('imconnector.update.messages', [CONNECTOR: 'myconnector', LINE: 1, MESSAGES: some.collect {
                ConnectorApp.message(user: "u$it".toString(), chat: "c$it".toString(), id: "in-$it".toString(), text: "changed $it".toString(), person: [name: letters(it), last_name: ''])
            }]).DATA.RESULT
        }
        quiet()

        then:
        changed.every { it.SUCCESS }
        app.channel.values().findAll { it.text.contains('[br] better for') }.size() == CUSTOMERS
        chats.every { portal.texts(it.id)[0] == "changed ${it.entityId.split('\\|')[2].substring(1)}" }
    }
}
