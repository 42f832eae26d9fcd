package openlines.runtime

import static openlines.bot.Reply.*

import groovy.transform.Canonical
import openlines.bot.Bot
import openlines.store.BotEntry.Generation
import spock.lang.AutoCleanup
import spock.lang.Specification

/** Both generations of the bot platform, a button's way there and back, and why a bot was called in. */
class PortalFormsSpec extends Specification {
    static record Picked(String plan) {}

    @AutoCleanup Stage stage

    Bot seller = { on ->
        on.welcome { say('Which plan?').with(keyboard('Basic', new Picked('basic'), 'Team', new Picked('team'))) }
        on.button(Picked) { turn, picked -> say("You took ${picked.plan()}.") }
        on.intent('human') { handoff() }
        on.otherwise { say("re: ${it.text()}") }
    } as Bot

    def "a bot of generation #generation hears, shows buttons, and takes a press on an old one"() {
        given:
        stage = new Stage(seller)
        def told = stage.server.register(new Registration.Wanted(
                stage.portal.simulator.webhook(), '', stage.server.handler(), [1L: 'bot'], generation))
        def customer = stage.portal.customer(connector: 'livechat')

        when:
        def chat = stage.say(customer, 'hello').chatId
        then:
        told.contains('bot bot hears its buttons')
        stage.said(chat) == ['Which plan?', 're: hello']

        when: 'the button of the earlier message is pressed, twice'
        def offer = stage.portal.chat(chat).messages.find { it.text == 'Which plan?' }
        stage.portal.control('POST', "customers/$customer.id/press", [messageId: offer.id, button: 1])
        stage.settle()
        then:
        stage.said(chat).last() == 'You took team.'

        where:
        generation << [Generation.V2, Generation.V1]
    }

    def "a bot of generation #generation shows pictures and files, and #connector gets #what"() {
        given:
        stage = new Stage({ on ->
            on.otherwise { say('Our prices.').picture('Plan', 'https://shop.example/plan.png').file('prices.pdf', 'https://shop.example/prices.pdf') }
        } as Bot)
        stage.server.register(new Registration.Wanted(stage.portal.simulator.webhook(), '', stage.server.handler(), [1L: 'bot'], generation))
        stage.portal.line(1, [WELCOME_BOT_TIME: 0])
        when:
        def chat = stage.say(stage.portal.customer(connector: connector), 'prices').chatId
        def message = stage.portal.chat(chat).messages.last()
        then:
        message.text == text
        message.toString().contains('prices.pdf')
        stage.portal.control('GET', 'journal?kind=rest').findAll { it.status == 200 && it.request?.contains('"IMAGE"') }.size() == attached
        where:
        generation    | connector     | what              | attached | text
        Generation.V2 | 'livechat'    | 'them'            | 1        | 'Our prices.'
        Generation.V1 | 'livechat'    | 'them'            | 1        | 'Our prices.'
        Generation.V2 | 'telegrambot' | 'their addresses' | 0        | 'Our prices.\nPlan: https://shop.example/plan.png\nprices.pdf: https://shop.example/prices.pdf'
    }

    def "a bot that the line calls in when nobody answers is told so"() {
        given:
        stage = new Stage([bot: { on ->
            on.welcome { say('Welcome.') }
            on.noAnswer { say('Nobody is free.') }
        } as Bot])
        stage.server.register(Registration.Wanted.byWebhook(stage.portal.simulator.webhook(), stage.server.handler(), [:]))
        def bot = stage.server.portals().bots(1).first().botId()
        stage.portal.line(1, [NO_ANSWER_BOT_ID: bot, NO_ANSWER_TIME: 60, WELCOME_BOT_ENABLE: 'N'])
        when:
        def chat = stage.say(stage.portal.customer(), 'hello').chatId
        stage.secondsUntil(70) { stage.said(chat) }
        then:
        stage.said(chat) == ['Nobody is free.']
    }

    def "#length characters go as #parts messages, cut at a sentence's end"() {
        given:
        def text = 'A sentence. ' * (length.intdiv(12) + 1)
        def letters = Letters.split(text)
        expect:
        letters.size() == parts
        letters.every { it.length() <= Letters.LONGEST && it.endsWith('.') }
        letters.join(' ') == text.strip()
        where:
        length | parts
        100    | 1
        25_000 | 2
        50_000 | 3
    }
}
