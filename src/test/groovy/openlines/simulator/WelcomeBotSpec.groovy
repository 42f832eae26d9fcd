package openlines.simulator

import java.util.concurrent.ConcurrentHashMap
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.Timeout

/** One welcome bot, written twice by hand against the portal's pages: as a webhook of the first generation, and fetching in the second. */
class WelcomeBotSpec extends Specification {

    static final String MENU = 'Hello! 1 - prices, 2 - a colleague, 3 - that was all'

    @AutoCleanup Portal portal = new Portal()

    /** What the bot does with a customer's word; the rest of it is only how it hears and speaks. */
    static void react(Map act, long chat, String text) {
        switch (text.strip()) {
            case '1': act.say(chat, 'Everything costs 5.'); break
            case '2': act.say(chat, 'Calling a colleague.'); act.handOff(chat); break
            case '3': act.say(chat, 'Goodbye.'); act.finish(chat); break
            default: act.say(chat, 'Please answer 1, 2 or 3.')
        }
    }

    /** Joins, greets, has a menu, hands off, is silent while a person talks, and is back for the next dialog, which it finishes. */
    def conversation(Closure listen) {
        def customer = portal.customer()
        def says = { String text ->
            def said = portal.say(customer, text)
            portal.settle()
            listen.call()
            portal.settle()
            said.chatId
        }
        def chat = says('hello')
        assert portal.texts(chat) == ['hello', MENU]
        says('1')
        assert portal.texts(chat)[-1] == 'Everything costs 5.'
        says('what?')
        assert portal.texts(chat)[-1] == 'Please answer 1, 2 or 3.'
        says('2')
        assert portal.texts(chat).contains('Calling a colleague.')
        def waiting = portal.chat(chat).session
        assert waiting.stage == 'QUEUE'
        portal.operator(chat, waiting.operator, 'answer')
        portal.operator(chat, waiting.operator, 'say', [text: 'Anna here.'])
        says('1')
        def spoken = portal.chat(chat).messages.findAll { it.kind == 'bot' }
        assert spoken*.text.count('Everything costs 5.') == 1
        portal.operator(chat, waiting.operator, 'finish')
        portal.advance('P2D')
        says('hello again')
        assert portal.chat(chat).session.id > waiting.id
        assert portal.chat(chat).messages.findAll { it.kind == 'bot' }[-1].text == MENU
        says('3')
        assert portal.chat(chat).messages.findAll { it.kind == 'bot' }[-1].text == 'Goodbye.'
        assert !portal.chat(chat).session.open
        true
    }

    @Timeout(60)
    def "a webhook bot of the first generation"() {
        given:
        def handler = new Handler()
        def act = [
            say    : { chat, text -> portal.call('imbot.message.add', [BOT_ID: act.id, CLIENT_ID: 'menu', DIALOG_ID: "chat$chat", MESSAGE: text]) },
            handOff: { chat -> portal.call('imopenlines.bot.session.operator', [CHAT_ID: chat]) },
            finish : { chat -> portal.call('imopenlines.bot.session.finish', [CHAT_ID: chat, CLIENT_ID: 'menu']) },
        ]
        handler.before = {
            // the bot works before it answers: the portal must not wait for it
            def event = handler.events[-1]
            assert event['auth[application_token]'] == 'custommenu'
            assert event['data[PARAMS][CHAT_ENTITY_TYPE]'] == 'LINES'
            def chat = event['data[PARAMS][CHAT_ID]'] as long
            if (event.event == 'ONIMBOTJOINCHAT') {
                greeted << chat
            } else if (event.event == 'ONIMBOTMESSAGEADD' && greeted.remove(chat)) {
                act.say(chat, MENU)
            } else if (event.event == 'ONIMBOTMESSAGEADD') {
                react(act, chat, event['data[PARAMS][MESSAGE]'])
            }
        }
        act.id = portal.call('imbot.register', [CODE: 'menu', TYPE: 'O', EVENT_HANDLER: handler.url, CLIENT_ID: 'menu', PROPERTIES: [NAME: 'Menu']])
        portal.line(1, [WELCOME_BOT_ENABLE: 'Y', WELCOME_BOT_ID: act.id, WELCOME_BOT_JOIN: 'always'])

        expect:
        conversation {}
        handler.names.toUnique() as Set == ['ONIMBOTJOINCHAT', 'ONIMBOTMESSAGEADD'] as Set

        cleanup:
        handler.close()
    }

    final Set<Long> greeted = ConcurrentHashMap.newKeySet()

    @Timeout(60)
    def "a fetching bot of the second generation"() {
        given:
        def mine = [botToken: 'menu']
        mine.botId = portal.call('imbot.v2.Bot.register', [fields: [code: 'menu', botToken: 'menu', type: 'openline', properties: [name: 'Menu']]]).bot.id
        portal.line(1, [WELCOME_BOT_ENABLE: 'Y', WELCOME_BOT_ID: mine.botId, WELCOME_BOT_JOIN: 'always'])
        def act = [
            say    : { chat, text -> portal.call('imbot.v2.Chat.Message.send', mine + [dialogId: "chat$chat", fields: [message: text]]) },
            handOff: { chat -> portal.call('imopenlines.bot.session.operator', [CHAT_ID: chat]) },
            finish : { chat -> portal.call('imopenlines.bot.session.finish', [CHAT_ID: chat, CLIENT_ID: 'menu']) },
        ]
        def offset = null
        def poll = {
            def more = true
            while (more) {
                def answer = portal.call('imbot.v2.Event.get', mine + (offset == null ? [:] : [offset: offset]))
                answer.events.each { event ->
                    long chat = event.data.chat.id
                    if (event.type == 'ONIMBOTV2JOINCHAT') {
                        greeted << chat
                    } else if (event.type == 'ONIMBOTV2MESSAGEADD' && greeted.remove(chat)) {
                        act.say(chat, MENU)
                    } else if (event.type == 'ONIMBOTV2MESSAGEADD') {
                        react(act, chat, event.data.message.text)
                    }
                }
                offset = answer.nextOffset
                more = answer.hasMore
            }
        }

        expect:
        conversation(poll)
    }
}
