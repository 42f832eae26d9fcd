package openlines.simulator

import java.util.concurrent.CountDownLatch
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.Timeout

/** Handlers that misbehave harm nobody but themselves. */
class BotHandlersSpec extends Specification {

    @AutoCleanup Portal portal = new Portal()
    @AutoCleanup Handler good = new Handler()
    @AutoCleanup Handler bad = new Handler()

    Map webhookBot(String code, String url) {
        portal.call('imbot.v2.Bot.register', [fields: [code: code, botToken: code, properties: [name: code], type: 'supervisor',
                                                       eventMode: 'webhook', webhookUrl: url]]).bot
    }

    /** Both bots hear the same chat. */
    long chatOf(Map one, Map other) {
        def chat = portal.call('imbot.v2.Chat.add', [botId: one.id, botToken: one.code, fields: [userIds: [1, other.id]]]).chat.id
        portal.settle()
        good.events.clear()
        chat
    }

    def journal(String name) { portal.control('GET', "journal?kind=event&name=$name") }

    @Timeout(60)
    def "a handler that hangs stalls neither the portal nor another bot"() {
        given:
        def open = new CountDownLatch(1)
        def slow = webhookBot('slow', bad.url)
        def chat = chatOf(slow, webhookBot('quick', good.url))
        bad.before = { open.await() }

        when:
        5.times { portal.call('im.message.add', [DIALOG_ID: "chat$chat", MESSAGE: "word $it"]) }
        def waited = (1..200).find { good.events.size() == 5 || !portal.call('user.current') }

        then: "the other has heard everything while the first one still holds the first word"
        waited
        good.events*.get('data[message][text]') == (0..4).collect { "word $it".toString() }
        bad.events.findAll { it.event == 'ONIMBOTV2MESSAGEADD' }.size() <= 1

        when: "it comes to itself"
        open.countDown()
        portal.settle()

        then: "nothing is lost, in order"
        bad.named('ONIMBOTV2MESSAGEADD')*.get('data[message][text]') == (0..4).collect { "word $it".toString() }
    }

    def "an answer of #status is written down, not repeated and not followed"() {
        given:
        bad.status = status
        def chat = chatOf(webhookBot('bad', bad.url), webhookBot('quick', good.url))
        bad.events.clear()

        when:
        portal.call('im.message.add', [DIALOG_ID: "chat$chat", MESSAGE: 'hi'])
        portal.settle()

        then:
        bad.events.size() == 1
        good.events.size() == 1
        journal('ONIMBOTV2MESSAGEADD')*.status as Set == [status, 200] as Set

        where:
        status << [500, 302, 404]
    }

    def "a handler that nobody answers at is a problem in the journal, and no more"() {
        given:
        def nobody = webhookBot('nobody', 'http://127.0.0.1:1/handler')
        def chat = chatOf(nobody, webhookBot('quick', good.url))

        when:
        portal.call('im.message.add', [DIALOG_ID: "chat$chat", MESSAGE: 'hi'])
        portal.settle()

        then:
        good.names == ['ONIMBOTV2MESSAGEADD']
        journal('ONIMBOTV2MESSAGEADD').any { it.status == 0 && it.problem }
    }

    def "a handler outside loopback is refused in both generations: #url"() {
        expect:
        portal.rest('imbot.v2.Bot.register', [fields: [code: 'far', botToken: 't', properties: [name: 'F'], eventMode: 'webhook', webhookUrl: url]])
                .json.error == 'BOT_INVALID_CALLBACK'
        portal.rest('imbot.register', [CODE: 'far', CLIENT_ID: 'c', EVENT_HANDLER: url, PROPERTIES: [NAME: 'F']]).json.error == 'EVENT_MESSAGE_ADD_ERROR'

        where:
        url << ['https://bot.example/handler', 'http://10.0.0.1/', 'http://127.0.0.1.example.com/', 'file:///etc/passwd', 'no address', 'http://']
    }

    def "where the portal was started so, handlers may be anywhere"() {
        given:
        def open = new Portal(Settings.defaults().standingAt(Portal.MONDAY_NOON).allowingOutside())

        expect:
        open.call('imbot.v2.Bot.register', [fields: [code: 'far', botToken: 't', properties: [name: 'F'], eventMode: 'webhook',
                                                     webhookUrl: 'https://bot.example/handler']]).bot.eventMode == 'webhook'

        cleanup:
        open.close()
    }
}
