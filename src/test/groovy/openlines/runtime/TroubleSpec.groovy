package openlines.runtime

import static openlines.bot.Reply.*

import java.time.Duration
import openlines.bitrix24.rest.AppCredentials
import openlines.bot.Bot
import spock.lang.AutoCleanup
import spock.lang.Specification

/** The portal is in trouble; everything is answered in the end, once. */
class TroubleSpec extends Specification {
    static final Bot ECHO = { on -> on.otherwise { say("re: ${it.text()}") } } as Bot

    @AutoCleanup Stage stage

    def "#fault: answered in the end, and once"() {
        given:
        stage = new Stage(ECHO).register()
        def customer = stage.portal.customer()
        def chat = stage.say(customer, 'one').chatId
        when:
        stage.portal.control('POST', 'faults', [count: 3] + fault)
        stage.say(customer, 'two')
        stage.secondsUntil(60) { stage.said(chat).contains('re: two') }
        then:
        stage.said(chat) == ['re: one', 're: two']
        stage.server.outbox().deadLetters() == []
        where:
        fault << [[status: 503], [status: 500], [status: 429], [error: 'QUERY_LIMIT_EXCEEDED'], [drop: true]]
    }

    def "what the portal will never do is a dead letter: listed, and sent again when the cause is gone"() {
        given:
        stage = new Stage(ECHO).register()
        def customer = stage.portal.customer()
        def chat = stage.say(customer, 'one').chatId
        stage.portal.control('POST', 'faults', [error: 'ACCESS_DENIED', status: 403, method: 'imopenlines.bot.session.message.send', count: 1])
        when:
        stage.say(customer, 'two')
        stage.say(customer, 'three')
        then: 'it harms nothing that comes after it'
        stage.said(chat) == ['re: one', 're: three']
        def dead = stage.server.outbox().deadLetters()
        dead.size() == 1
        dead.first().reason().contains('ACCESS_DENIED')
        when:
        stage.server.revive(dead.first().id())
        stage.settle()
        then:
        stage.said(chat) == ['re: one', 're: three', 're: two']
        stage.server.outbox().deadLetters() == []
    }

    def "an operator who takes over while the handler thinks is not talked over"() {
        given:
        def thinking = new java.util.concurrent.CountDownLatch(1)
        def taken = new java.util.concurrent.CountDownLatch(1)
        stage = new Stage({ on ->
            on.otherwise { thinking.countDown(); taken.await(); say('Too late.') }
        } as Bot).register()
        def customer = stage.portal.customer()
        when:
        def chat = stage.portal.say(customer, 'hello').chatId
        thinking.await()
        stage.portal.operator(chat, 2, 'intercept')
        taken.countDown()
        stage.settle()
        then:
        stage.said(chat) == []
        stage.server.counted('openlines.letters', 'outcome', 'withheld') == 1
    }

    def "a handler that overruns its time does not hold its customer"() {
        given:
        stage = new Stage({ on ->
            on.otherwise { new java.util.concurrent.CountDownLatch(1).await(); say('Never.') }
        } as Bot, { it.limits(it.limits().turn(Duration.ofMillis(200))) }).register()
        when:
        def chat = stage.say(stage.portal.customer(), 'hello').chatId
        then:
        stage.portal.chat(chat).session.stage == 'QUEUE'
        stage.server.counted('openlines.turns.failed') == 1
    }

    def "what waits when the runtime stops is done when it starts again"() {
        given:
        stage = new Stage({ on ->
            on.idle(Duration.ofSeconds(30)) { say('Still there?') }
            on.otherwise { say("re: ${it.text()}") }
        } as Bot).register()
        def customer = stage.portal.customer()
        def chat = stage.say(customer, 'one').chatId
        stage.portal.control('POST', 'faults', [status: 503, count: 1, method: 'imopenlines.bot.session.message.send'])
        stage.say(customer, 'two')
        when:
        stage.restart()
        stage.secondsUntil(20) { stage.said(chat).contains('re: two') }
        then:
        stage.said(chat) == ['re: one', 're: two']
        when:
        stage.restart()
        stage.secondsUntil(60) { stage.said(chat).size() == 3 }
        then:
        stage.said(chat).last() == 'Still there?'
    }

    def "an application is pinned by its installation, its expired tokens are renewed once for all that wait"() {
        given:
        def app
        stage = new Stage(ECHO, { settings, portal ->
            app = portal.control('POST', 'apps', [scope: ['imbot', 'imopenlines', 'im'], userId: 1])
            settings.as(new AppCredentials(app.clientId, app.clientSecret, "$portal.url/oauth/token/"))
        })
        stage.portal.control('POST', "apps/$app.clientId/install", [handlerUrl: stage.server.handler()])
        stage.settle()
        def bot = stage.server.portals().bots(1).first()
        stage.portal.line(1, [WELCOME_BOT_ENABLE: 'Y', WELCOME_BOT_ID: bot.botId()])
        def customers = (1..12).collect { stage.portal.customer(name: "C$it") }
        when:
        def first = customers.collect { stage.portal.say(it, 'one').chatId }
        stage.settle()
        stage.portal.control('POST', 'tokens/expire', [all: true])
        customers.each { stage.portal.say(it, 'two') }
        stage.settle()
        then:
        first.every { stage.said(it) == ['re: one', 're: two'] }
        stage.server.counted('openlines.rest.tokens.renewed') == 1
        when: 'the application is removed'
        def refused = stage.server.counted('openlines.events', 'outcome', 'refused')
        stage.portal.control('POST', "apps/$app.clientId/uninstall", [handlerUrl: stage.server.handler()])
        stage.settle()
        then:
        stage.server.portals().all().first().gone()
    }
}
