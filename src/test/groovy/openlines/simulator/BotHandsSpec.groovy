package openlines.simulator

import spock.lang.AutoCleanup
import spock.lang.Specification

/** How a dialog comes into a bot's hands and out of them: by an employee, when it ends, when nobody answers. */
class BotHandsSpec extends Specification {

    @AutoCleanup Portal portal = new Portal()

    private long bot(String code) {
        portal.call('imbot.v2.Bot.register', [fields: [code: code, type: 'openline', properties: [name: code], eventMode: 'fetch', botToken: "t-$code".toString()]]).bot.id
    }

    private List<Map> heard(long bot, String code) {
        portal.call('imbot.v2.Event.get', [botId: bot, botToken: "t-$code".toString()]).events
    }

    private Map session(chat) { portal.chat(chat).session }

    private def answered(Map line = [:]) {
        portal.line(1, [WELCOME_BOT_ENABLE: 'N'] + line)
        def klara = portal.customer()
        def chat = portal.say(klara, 'hello').chatId
        portal.operator(chat, 2, 'answer')
        [klara, chat]
    }

    def "an employee gives a dialog to a bot, who is told, holds it, and owns the chat"() {
        given:
        def robin = bot('robin')
        def (klara, chat) = answered()
        expect:
        portal.chat(chat).owner == 2
        when:
        portal.operator(chat, 2, 'transfer', [USER_ID: robin])
        then:
        session(chat).with { it.stage == 'BOT' && it.operator == robin }
        portal.chat(chat).owner == robin
        !portal.chat(chat).members.any { it.id == 2 }
        heard(robin, 'robin')*.type == ['ONIMBOTV2JOINCHAT']
        when: 'the bot brings people in again'
        portal.call('imopenlines.bot.session.operator', [CHAT_ID: chat])
        then:
        session(chat).stage == 'QUEUE'
        portal.chat(chat).owner == 0
    }

    def "a bot can't give a dialog to a bot"() {
        given:
        def robin = bot('robin')
        def marina = bot('marina')
        def (klara, chat) = answered()
        portal.operator(chat, 2, 'transfer', [USER_ID: robin])
        expect:
        portal.rest('imopenlines.bot.session.transfer', [CHAT_ID: chat, USER_ID: marina, CLIENT_ID: 't-robin']).json.error == 'OPERATOR_WRONG'
    }

    def "a closing bot holds the dialog, speaks and is spoken to, until it ends it"() {
        given:
        def robin = bot('robin')
        def (klara, chat) = answered(CLOSE_BOT_ID: robin, FULL_CLOSE_TIME: 10)
        when:
        portal.operator(chat, 2, 'finish')
        then:
        session(chat).with { it.stage == 'BOT' && it.operator == robin }
        when:
        portal.call('imopenlines.bot.session.message.send', [CHAT_ID: chat, NAME: 'DEFAULT', MESSAGE: 'How was it?'])
        portal.say(klara, '5')
        then:
        portal.texts(chat) == ['hello', 'How was it?', '5']
        session(chat).stage == 'BOT'
        heard(robin, 'robin')*.type == ['ONIMBOTV2JOINCHAT', 'ONIMBOTV2MESSAGEADD']
        when:
        portal.call('imopenlines.bot.session.finish', [CHAT_ID: chat, CLIENT_ID: 't-robin'])
        then:
        session(chat).stage == 'CLOSED'
    }

    def "a closing bot that says nothing is not waited for: FULL_CLOSE_TIME ends it"() {
        given:
        def (klara, chat) = answered(CLOSE_BOT_ID: bot('robin'), FULL_CLOSE_TIME: 10)
        portal.operator(chat, 2, 'finish')
        when:
        portal.advance('PT10M')
        then:
        session(chat).stage == 'CLOSED'
    }

    def "a closing bot comes once a session: whoever it handed off to ends it for good"() {
        given:
        def robin = bot('robin')
        def (klara, chat) = answered(CLOSE_BOT_ID: robin, AUTO_CLOSE_BOT_ID: robin)
        portal.operator(chat, 2, 'finish')
        portal.call('imopenlines.bot.session.operator', [CHAT_ID: chat])
        portal.operator(chat, 3, 'answer')
        when:
        portal.operator(chat, 3, 'finish')
        then:
        session(chat).stage == 'CLOSING'
        !session(chat).open
    }

    def "a dialog that ends by itself goes to the bot for that"() {
        given:
        def robin = bot('robin')
        def (klara, chat) = answered(AUTO_CLOSE_BOT_ID: robin, AUTO_CLOSE_TIME: 600)
        portal.say(klara, 'and?')
        when:
        portal.advance('PT10M')
        then:
        session(chat).with { it.stage == 'BOT' && it.operator == robin }
    }

    def "a no-answer bot comes each time nobody answers, its line's text once"() {
        given:
        def robin = bot('robin')
        portal.line(1, [WELCOME_BOT_ENABLE: 'N', NO_ANSWER_BOT_ID: robin, NO_ANSWER_RULE: 'text', NO_ANSWER_TEXT: 'One moment', NO_ANSWER_TIME: 60])
        def chat = portal.say(portal.customer(), 'hello').chatId
        when:
        portal.advance('PT1M')
        portal.call('imopenlines.bot.session.transfer', [CHAT_ID: chat, QUEUE_ID: 1, LEAVE: 'Y', CLIENT_ID: 't-robin'])
        then:
        !portal.chat(chat).members.any { it.id == robin }
        when:
        portal.advance('PT1M')
        then:
        portal.chat(chat).members.any { it.id == robin }
        portal.texts(chat) == ['hello', 'One moment']
        heard(robin, 'robin')*.type == ['ONIMBOTV2JOINCHAT', 'ONIMBOTV2JOINCHAT']
    }

    def "a bot that comes after the customer's words has not heard them"() {
        given:
        def robin = bot('robin')
        portal.line(1, [WELCOME_BOT_ENABLE: 'N', WORKTIME_ENABLE: 'Y', WORKTIME_DAYOFF: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], WORKTIME_DAYOFF_BOT_ID: robin])
        def klara = portal.customer()
        when:
        portal.say(klara, 'hello')
        portal.say(klara, 'are you there?')
        then:
        heard(robin, 'robin').collect { it.data.message?.text ?: it.type } == ['ONIMBOTV2JOINCHAT', 'are you there?']
    }

    def "events tell the portal's language"() {
        given:
        def robin = bot('robin')
        portal.line(1, [WELCOME_BOT_ENABLE: 'Y', WELCOME_BOT_ID: robin])
        portal.control('POST', 'language', [code: 'de'])
        when:
        portal.say(portal.customer(), 'hallo')
        then:
        heard(robin, 'robin')*.data.language == ['de', 'de']
        portal.tryControl('POST', 'language', [code: 'german']).status == 400
    }
}
