package openlines.simulator

import spock.lang.AutoCleanup
import spock.lang.Specification

class SkeletonSpec extends Specification {

    @AutoCleanup Portal portal = new Portal()
    @AutoCleanup Handler handler = new Handler()

    def "a customer is greeted by the bot, waits in the queue, is answered and finished"() {
        given: "a welcome bot on the seeded line"
        def bot = portal.call('imbot.v2.Bot.register', [fields: [
                code: 'welcome', botToken: 'secret', properties: [name: 'Marina'], type: 'openline',
                eventMode: 'webhook', webhookUrl: handler.url]]).bot
        portal.line(1, [WELCOME_BOT_ENABLE: 'Y', WELCOME_BOT_ID: bot.id])
        def customer = portal.customer(name: 'Klara Klein')
        def domain = portal.url.authority

        when: "a customer writes"
        def first = portal.say(customer, 'hello')
        portal.settle()

        then: "the bot is in the chat and heard it"
        handler.names == ['ONIMBOTV2JOINCHAT', 'ONIMBOTV2MESSAGEADD']
        with(handler.events[1]) {
            it['data[bot][id]'] == "$bot.id"
            it['data[bot][code]'] == 'welcome'
            it['data[message][text]'] == 'hello'
            it['data[message][chatId]'] == "$first.chatId"
            it['data[message][isSystem]'] == '0'
            it['data[message][forward]'] == ''
            it['data[chat][entityType]'] == 'LINES'
            it['data[chat][entityId]'] == customer.userCode
            it['data[chat][entityData1]'].split('\\|')[5] == "$first.sessionId"
            it['data[chat][dialogId]'] == "chat$first.chatId"
            it['data[user][connector]'] == '1'
            it['auth[application_token]'] == 'customsecret'
            it['auth[domain]'] == domain
        }
        portal.chat(first.chatId).session.stage == 'BOT'

        when: "the bot answers and hands off"
        def sent = portal.call('imbot.v2.Chat.Message.send', [botId: bot.id, botToken: 'secret',
                dialogId: "chat$first.chatId", fields: [message: 'Hello, Klara!']])
        def handed = portal.call('imopenlines.bot.session.operator', [CHAT_ID: first.chatId])

        then:
        sent.id > first.messageId
        handed == true
        def waiting = portal.chat(first.chatId).session
        waiting.stage == 'QUEUE'
        waiting.operatorName == 'Anna Fischer'
        portal.chat(first.chatId).members.every { it.id != bot.id }

        when: "the operator answers, talks and finishes"
        portal.operator(first.chatId, waiting.operator, 'answer')
        portal.operator(first.chatId, waiting.operator, 'say', [text: 'Anna here.'])
        portal.settle()

        then: "the bot, gone from the chat, hears no more"
        handler.events.size() == 2
        portal.rest('imopenlines.bot.session.operator', [CHAT_ID: first.chatId]).json.error == 'WRONG_CHAT'

        when:
        portal.operator(first.chatId, waiting.operator, 'finish')

        then:
        !portal.chat(first.chatId).session.open
        portal.texts(first.chatId)[0..2] == ['hello', 'Hello, Klara!', 'Anna here.']
        portal.call('imopenlines.session.open', [USER_CODE: customer.userCode]) == [chatId: "$first.chatId"]
        portal.call('imopenlines.dialog.get', [SESSION_ID: first.sessionId]).id == first.chatId
        portal.call('imopenlines.session.history.get', [SESSION_ID: first.sessionId]).message.size() >= 3
        portal.call('im.dialog.messages.get', [DIALOG_ID: "chat$first.chatId"]).messages[-1].text == 'hello'
    }

    def "a dialog that the bot leaves alone goes to the queue by itself, and on from operator to operator"() {
        given:
        def bot = portal.call('imbot.v2.Bot.register', [fields: [
                code: 'welcome', botToken: 'secret', properties: [name: 'Marina'], isSupportOpenline: true]]).bot
        portal.line(1, [WELCOME_BOT_ENABLE: 'Y', WELCOME_BOT_ID: bot.id, WELCOME_BOT_TIME: 120, QUEUE_TIME: 30])

        when:
        def chat = portal.say(portal.customer(), 'hello').chatId
        portal.advance('PT1M59S')

        then:
        portal.chat(chat).session.stage == 'BOT'

        when:
        portal.advance('PT1S')

        then:
        portal.chat(chat).session.operatorName == 'Anna Fischer'

        when:
        portal.advance('PT30S')

        then:
        portal.chat(chat).session.operatorName == 'Paul Berger'
    }

    def "an application calls with its token, is told when it expired, and gets its bot's events with tokens"() {
        given:
        def app = portal.control('POST', 'apps', [handlerUrl: handler.url, scope: ['imopenlines', 'imbot'], userId: 1])
        def rest = { method, params -> portal.send('POST', "$portal.url/rest/$method", params + [auth: app.auth.access_token]) }

        when:
        def bot = rest('imbot.v2.Bot.register', [fields: [code: 'b', properties: [name: 'B'], type: 'openline',
                eventMode: 'webhook', webhookUrl: handler.url]]).json.result.bot
        portal.line(1, [WELCOME_BOT_ENABLE: 'Y', WELCOME_BOT_ID: bot.id])
        portal.say(portal.customer(), 'hello')
        portal.settle()

        then:
        handler.names == ['ONAPPINSTALL', 'ONIMBOTV2JOINCHAT', 'ONIMBOTV2MESSAGEADD']
        handler.events[0]['auth[refresh_token]'] == app.auth.refresh_token
        handler.events[2]['auth[application_token]'] == app.applicationToken
        handler.events[2]['data[bot][auth][access_token]']

        when:
        portal.advance('PT1H')
        def late = rest('imopenlines.revision.get', [:])

        then:
        late.status == 401
        late.json.error == 'expired_token'
        rest('crm.lead.get', [:]).json.error == 'expired_token'
    }

    def "everything begins anew after a reset, with the same webhook"() {
        given:
        def webhook = portal.simulator.webhook()
        portal.say(portal.customer(), 'hello')

        expect:
        portal.control('POST', 'reset').webhook == webhook
        portal.control('GET', 'chats') == []
        portal.call('imopenlines.config.list.get', [PARAMS: [select: ['ID', 'LINE_NAME']]]) == [[ID: '1', LINE_NAME: 'Shop']]
    }
}
