package openlines.runtime

import static openlines.bot.Reply.*

import java.time.Duration
import openlines.bitrix24.rest.AppCredentials
import openlines.bitrix24.rest.Pace
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

    def "a portal that hangs is not waited for longer than the limit, and asked again"() {
        given:
        stage = new Stage(ECHO, { it.limits(it.limits().answer(Duration.ofMillis(1500))) }).register()
        def customer = stage.portal.customer()
        def chat = stage.say(customer, 'one').chatId
        when: 'it takes longer to say who holds the dialog'
        stage.portal.control('POST', 'faults', [delayMs: 3000, method: 'imopenlines.dialog.get', count: 1])
        stage.say(customer, 'two')
        stage.secondsUntil(60) { stage.said(chat).contains('re: two') }
        then:
        stage.said(chat) == ['re: one', 're: two']
        when: 'it takes longer to take a message, and takes it nevertheless'
        stage.portal.control('POST', 'faults', [delayMs: 3000, method: 'imopenlines.bot.session.message.send', count: 1])
        stage.say(customer, 'three')
        stage.secondsUntil(60) { stage.said(chat).contains('re: three') && stage.server.outbox().waiting() == 0 }
        then: 'nobody could know: it may be seen twice, and nothing else is'
        stage.said(chat).unique(false) == ['re: one', 're: two', 're: three']
        stage.said(chat).size() <= 4
    }

    def "a method that used up its time is left alone until the portal says"() {
        given:
        stage = new Stage(ECHO).register()
        stage.portal.line(1, [WELCOME_BOT_TIME: 0])
        def customer = stage.portal.customer()
        def chat = stage.say(customer, 'one').chatId
        stage.portal.control('POST', 'limits', [operating: true])
        stage.portal.control('POST', 'operating', [method: 'imopenlines.bot.session.message.send', seconds: 600])
        when:
        stage.say(customer, 'two')
        stage.advance('PT5M')
        then:
        stage.said(chat) == ['re: one']
        sends() == 2
        when:
        stage.secondsUntil(400) { stage.said(chat).size() == 2 }
        then: 'one call found out, one was right in time'
        stage.said(chat) == ['re: one', 're: two']
        sends() == 3
    }

    private int sends() {
        stage.portal.control('GET', 'journal?kind=rest&name=imopenlines.bot.session.message.send').size()
    }

    def "events told twice, late or in another order are answered once, in the order in which they came"() {
        given:
        stage = new Stage(ECHO).register()
        stage.portal.line(1, [WELCOME_BOT_TIME: 0])
        def customer = stage.portal.customer()
        def chat = stage.say(customer, 'one').chatId
        when:
        stage.portal.control('POST', 'faults', [event: 'double', name: 'ONIMBOTV2MESSAGEADD', count: 1])
        stage.say(customer, 'two')
        stage.portal.control('POST', 'faults', [event: 'reorder', name: 'ONIMBOTV2MESSAGEADD', count: 1])
        stage.say(customer, 'three')
        stage.say(customer, 'four')
        stage.portal.control('POST', 'faults', [event: 'late', name: 'ONIMBOTV2MESSAGEADD', count: 1])
        stage.say(customer, 'five')
        stage.say(customer, 'six')
        stage.secondsUntil(60) { stage.said(chat).size() == 6 }
        then:
        stage.said(chat) == ['re: one', 're: two', 're: four', 're: three', 're: six', 're: five']
        stage.server.counted('openlines.inbox', 'outcome', 'repeat') == 1
    }

    def "an event that never came is nobody's loss but its own: #lost"() {
        given:
        stage = new Stage({ on ->
            on.welcome { say('Hello!') }
            on.otherwise { say("re: ${it.text()}") }
        } as Bot).register()
        stage.portal.line(1, [WELCOME_BOT_TIME: 0])
        def customer = stage.portal.customer()
        stage.portal.control('POST', 'faults', [event: 'drop', name: lost, count: 1])
        when:
        def chat = stage.say(customer, 'one').chatId
        stage.say(customer, 'two')
        then:
        stage.said(chat) == heard
        where:
        lost                  | heard
        'ONIMBOTV2JOINCHAT'   | ['re: one', 're: two']
        'ONIMBOTV2MESSAGEADD' | ['Hello!', 're: two']
    }

    def "whatever goes wrong at once: everything is answered in the end, and only what was in flight may be seen twice"() {
        given: 'a portal with its usual limit, and dialogs that are under way'
        stage = new Stage(ECHO, { it.limits(it.limits().pace(Pace.STANDARD)) }).register()
        stage.portal.line(1, [WELCOME_BOT_TIME: 0])
        stage.portal.control('POST', 'limits', [rate: 'standard'])
        def customers = (1..15).collect { stage.portal.customer(name: "C$it") }
        def chats = customers.collect { stage.portal.say(it, 'm0').chatId }
        stage.secondsUntil(60) { stage.server.outbox().waiting() == 0 && chats.every { stage.said(it) == ['re: m0'] } }
        def random = new Random(5)
        def troubles = [[status: 500], [status: 429], [drop: true], [status: 502], [error: 'INTERNAL_SERVER_ERROR'],
                        [event: 'double'], [event: 'reorder'], [event: 'late'], [delayMs: 50]]
        when:
        (1..6).each { round ->
            3.times { stage.portal.control('POST', 'faults', [count: 1 + random.nextInt(3)] + troubles[random.nextInt(troubles.size())]) }
            customers.each { stage.portal.say(it, "m$round") }
            stage.advance('PT3S')
        }
        stage.portal.control('DELETE', 'faults')
        stage.secondsUntil(600) {
            stage.server.outbox().waiting() == 0 && stage.server.inbox().waiting() == 0 && chats.every { stage.said(it).toSet().size() == 7 }
        }
        then:
        chats.every { chat -> stage.said(chat).toSet() == (0..6).collect { "re: m$it".toString() }.toSet() }
        stage.server.outbox().deadLetters() == []
        and: 'the portal refused nothing for haste'
        stage.portal.control('GET', 'journal?kind=rest').every { it.status != 503 }
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
