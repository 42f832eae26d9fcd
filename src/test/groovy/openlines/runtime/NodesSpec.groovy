package openlines.runtime

import static openlines.bot.Reply.say

import java.time.Duration
import java.util.concurrent.Executors
import openlines.bitrix24.rest.AppCredentials
import openlines.bitrix24.rest.Pace
import openlines.bot.Bot
import openlines.simulator.Portal
import openlines.store.Vault
import spock.lang.AutoCleanup
import spock.lang.Specification

/** Many nodes on one PostgreSQL: no node is special, and together they are as one. */
class NodesSpec extends Specification {
    static final int CUSTOMERS = 24
    static final int EACH = 5
    static final Bot ECHO = { on -> on.otherwise { say("re: ${it.text()}") } } as Bot

    @AutoCleanup Nodes nodes

    def "events spread over three nodes: each dialog in order, nothing twice, and the portal's bucket is never exceeded"() {
        given: 'a portal with its usual limit'
        nodes = new Nodes(3, [bot: RuntimeProcess.COUNTING], { settings, portal ->
            settings.limits(settings.limits().pace(Pace.STANDARD).trust(Duration.ZERO))
        })
        nodes.portal.control('POST', 'limits', [rate: 'standard'])
        nodes.nodes.first().register(Registration.Wanted.byWebhook(nodes.portal.simulator.webhook(), nodes.handler, [1L: 'bot']))
        def customers = (1..CUSTOMERS).collect { nodes.portal.customer(name: "C$it") }

        when: 'all write at once, each several messages'
        def chats = Executors.newFixedThreadPool(6).withCloseable { pool ->
            customers.collect { customer ->
                pool.submit({
                    (1..EACH).collect { nodes.portal.say(customer, "m$it").chatId }.first()
                } as java.util.concurrent.Callable)
            }*.get()
        }
        nodes.secondsUntil(120) { nodes.done && chats.every { nodes.said(it).size() == EACH } }

        then:
        chats.every { chat -> nodes.said(chat) == (1..EACH).collect { "re: m$it #$it".toString() } }
        nodes.nodes.every { it.counted('openlines.inbox', 'outcome', 'kept') > 0 }
        nodes.nodes.every { it.counted('openlines.letters', 'outcome', 'sent') > 0 }
        nodes.counted('openlines.letters', 'outcome', 'sent') == CUSTOMERS * EACH

        and: 'more was asked than the bucket holds, and the portal refused nothing'
        def asked = nodes.portal.control('GET', 'journal?kind=rest')*.status
        println "three nodes: ${asked.size()} requests for ${CUSTOMERS * EACH} messages"
        asked.size() > Pace.STANDARD.threshold()
        !asked.contains(503)
        nodes.counted('openlines.rest.refused') == 0
    }

    def "what one node learns of portals and bots, the others know"() {
        given: 'two nodes that have just refused a portal that they did not know'
        nodes = new Nodes(2, [bot: ECHO], { settings, portal -> settings.limits(settings.limits().pace(Pace.UNBOUNDED)) })
        def (one, other) = nodes.nodes
        def stranger = new QueueServer(nodes.portal, 1, 'x')
        def chat = [chatId: 1, customer: 1, code: 'livechat|1|1|1']
        assert nodes.nodes.every { stranger.tell(it.port(), stranger.message(chat, 1)) == 403 }

        when: 'it is registered through one'
        one.register(Registration.Wanted.byWebhook(nodes.portal.simulator.webhook(), nodes.handler, [1L: 'bot']))
        def bot = one.portals().bots(1).first()
        def queue = new QueueServer(nodes.portal, bot.botId(), bot.token())
        then: 'the other takes its events'
        QueueServer.eventually { queue.tell(other.port(), queue.message(chat, 2)) == 200 }

        when: 'a bot is removed through the other'
        other.unregister(nodes.portal.url.authority)
        then:
        QueueServer.eventually { queue.tell(one.port(), queue.message(chat, 3)) == 403 }
    }

    def "tokens that expired are renewed once over all nodes"() {
        given:
        def app
        nodes = new Nodes(3, [bot: ECHO], { settings, portal ->
            app ?= portal.control('POST', 'apps', [scope: ['imbot', 'imopenlines', 'im'], userId: 1])
            settings.as(new AppCredentials(app.clientId, app.clientSecret, "$portal.url/oauth/token/"))
                    .limits(settings.limits().pace(Pace.UNBOUNDED).trust(Duration.ZERO))
        })
        nodes.portal.control('POST', "apps/$app.clientId/install", [handlerUrl: nodes.handler])
        nodes.secondsUntil(5) { nodes.nodes.first().portals().bots(1) }
        def bot = nodes.nodes.first().portals().bots(1).first()
        nodes.portal.line(1, [WELCOME_BOT_ENABLE: 'Y', WELCOME_BOT_ID: bot.botId()])
        def customers = (1..12).collect { nodes.portal.customer(name: "C$it") }
        def chats = customers.collect { nodes.portal.say(it, 'one').chatId }
        nodes.secondsUntil(10) { chats.every { nodes.said(it) == ['re: one'] } }

        when:
        nodes.portal.control('POST', 'tokens/expire', [all: true])
        customers.each { nodes.portal.say(it, 'two') }
        nodes.secondsUntil(30) { chats.every { nodes.said(it).size() == 2 } }
        then:
        chats.every { nodes.said(it) == ['re: one', 're: two'] }
        nodes.nodes.every { it.counted('openlines.rest.requests') > 0 }
        nodes.counted('openlines.rest.tokens.renewed') == 1
    }

    def "bots that fetch are asked for by one node, and by another when that one stops"() {
        given:
        nodes = new Nodes(2, [bot: ECHO], { settings, portal -> settings.limits(settings.limits().pace(Pace.UNBOUNDED)) })
        nodes.nodes.first().register(Registration.Wanted.byWebhook(nodes.portal.simulator.webhook(), '', [1L: 'bot']))
        nodes.portal.line(1, [WELCOME_BOT_TIME: 0])
        def customer = nodes.portal.customer()
        when:
        def chat = nodes.portal.say(customer, 'one').chatId
        nodes.secondsUntil(40) { nodes.said(chat) == ['re: one'] }
        def began = nodes.portal.control('GET', 'journal?name=imbot.v2.Event.get').size()
        12.times { nodes.portal.advance('PT5S'); nodes.settle() }
        def asked = nodes.portal.control('GET', 'journal?name=imbot.v2.Event.get').size() - began
        then: 'one node alone asks at most each five seconds'
        asked <= 13

        when:
        def fetched = nodes.nodes.max { it.counted('openlines.inbox', 'outcome', 'kept') }
        nodes.nodes.remove(fetched)
        fetched.close()
        nodes.portal.say(customer, 'two')
        nodes.secondsUntil(120) { nodes.said(chat).size() == 2 }
        then:
        nodes.said(chat) == ['re: one', 're: two']
    }

    def "a dead letter that is sent again beside the nodes is on its way at once"() {
        given:
        nodes = new Nodes(2, [bot: ECHO], { settings, portal -> settings.limits(settings.limits().pace(Pace.UNBOUNDED)) })
        nodes.nodes.first().register(Registration.Wanted.byWebhook(nodes.portal.simulator.webhook(), nodes.handler, [1L: 'bot']))
        nodes.portal.control('POST', 'faults', [error: 'ACCESS_DENIED', method: 'imopenlines.bot.session.message.send'])
        def chat = nodes.portal.say(nodes.portal.customer(), 'one').chatId
        assert QueueServer.eventually { nodes.settle(); nodes.nodes.first().outbox().deadLetters().size() == 1 }
        when: 'another process puts it back, and no time passes'
        openlines.store.Database.open(nodes.store).withCloseable { database ->
            def outbox = new openlines.store.Outbox(database)
            outbox.revive(outbox.deadLetters().first().id(), 0)
        }
        then:
        QueueServer.eventually { nodes.said(chat) == ['re: one'] }
    }

    def "a node is killed in the middle of a turn, and its dialogs go on at another"() {
        given: 'two processes, one of which never ends a certain turn'
        def portal = new Portal(openlines.simulator.Settings.defaults())
        def store = Sqls.postgres()
        def key = Vault.newKey()
        def queue = registered(portal, store, key)
        portal.line(1, [WELCOME_BOT_TIME: 0])
        def customer = portal.customer()
        def chat = [customer: customer.id, code: customer.userCode] + portal.say(customer, 'start')
        portal.settle()
        def ports = (1..2).collect { new ServerSocket(0).withCloseable { it.localPort } }
        def one = RuntimeProcess.start(store.jdbcUrl(), key, ports[0], 'one')
        def other = RuntimeProcess.start(store.jdbcUrl(), key, ports[1], 'other')

        when: 'it is killed there, while more waits behind'
        queue.tellUntilTaken(ports[0], queue.message(chat, 1, 'stuck'))
        queue.tellUntilTaken(ports[0], queue.message(chat, 2))
        assert QueueServer.eventually { claimedBy(store) == ['one'] }
        one.destroyForcibly().waitFor()
        queue.tellUntilTaken(ports[1], queue.message(chat, 3))
        def answered = QueueServer.eventually { said(portal, chat).size() >= 3 }
        then:
        answered
        said(portal, chat) == ['re: stuck #1', 're: m2 #2', 're: m3 #3']

        cleanup:
        [one, other]*.destroyForcibly()*.waitFor()
        portal.close()
    }

    private static List<String> said(Portal portal, Map chat) {
        portal.chat(chat.chatId).messages.findAll { it.kind == 'bot' }*.text
    }

    private static List<String> claimedBy(store) {
        openlines.store.Database.open(store).withCloseable { database ->
            database.read { sql -> sql.list("select claimed_by from dialog where claimed_by <> ''", { it.getString(1) } as openlines.store.Sql.Row) }
        }
    }

    /** Registers through a runtime that is stopped in good order; the portal's own deliveries go nowhere. */
    static QueueServer registered(Portal portal, store, String key) {
        def settings = Settings.inMemory([Stage.hosted('bot', RuntimeProcess.COUNTING)])
                .storedIn(store, key)
                .limits(Limits.USUAL.pace(Pace.UNBOUNDED))
        BotServer.start(settings).withCloseable { server ->
            server.register(Registration.Wanted.byWebhook(portal.simulator.webhook(), 'http://127.0.0.1:9/', [1L: 'bot']))
            def entry = server.portals().bots(1).first()
            new QueueServer(portal, entry.botId(), entry.token())
        }
    }
}
