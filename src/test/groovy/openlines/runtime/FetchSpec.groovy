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
}
