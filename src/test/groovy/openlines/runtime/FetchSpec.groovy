package openlines.runtime

import static openlines.bot.Reply.say

import openlines.bot.Bot
import spock.lang.AutoCleanup
import spock.lang.Specification

/** A bot without a public address asks for its events. */
class FetchSpec extends Specification {
    @AutoCleanup Stage stage

    def "events are fetched, answered once, and confirmed with the next question"() {
        given:
        stage = new Stage({ on -> on.otherwise { say("re: ${it.text()}") } } as Bot)
        stage.server.register(Registration.Wanted.byWebhook(stage.portal.simulator.webhook(), '', [1L: 'bot']))
        def customer = stage.portal.customer()
        when:
        def chat = stage.portal.say(customer, 'one').chatId
        stage.secondsUntil(31) { stage.said(chat).size() == 1 }
        stage.portal.say(customer, 'two')
        stage.secondsUntil(31) { stage.said(chat).size() == 2 }
        stage.restart()
        stage.advance('PT31S')
        then:
        stage.said(chat) == ['re: one', 're: two']
    }

    def "an answer with events that is lost on its way is asked for again: nothing fetched is lost"() {
        given:
        stage = new Stage({ on -> on.otherwise { say("re: ${it.text()}") } } as Bot)
        stage.server.register(Registration.Wanted.byWebhook(stage.portal.simulator.webhook(), '', [1L: 'bot']))
        stage.portal.line(1, [WELCOME_BOT_TIME: 0])
        def customer = stage.portal.customer()
        stage.portal.control('POST', 'faults', [(fault): value, method: 'imbot.v2.Event.get', count: 3])
        when:
        def chat = stage.portal.say(customer, 'one').chatId
        stage.portal.say(customer, 'two')
        stage.secondsUntil(300) { stage.said(chat).size() == 2 }
        then:
        stage.said(chat) == ['re: one', 're: two']
        where:
        fault    | value
        'drop'   | true
        'status' | 500
    }
}
