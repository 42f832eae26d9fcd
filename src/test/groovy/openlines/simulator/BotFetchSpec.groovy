package openlines.simulator

import spock.lang.AutoCleanup
import spock.lang.Specification

class BotFetchSpec extends Specification {

    @AutoCleanup Portal portal = new Portal()

    def register(Map fields = [:]) {
        portal.call('imbot.v2.Bot.register', [fields: [code: 'welcome', botToken: 'secret', properties: [name: 'Marina'],
                                                       type: 'openline'] + fields]).bot
    }

    def get(bot, Map params = [:]) {
        portal.call('imbot.v2.Event.get', [botId: bot.id, botToken: 'secret'] + params)
    }

    def "events wait until an offset confirms them, in their real types"() {
        given:
        def bot = register()
        portal.line(1, [WELCOME_BOT_ENABLE: 'Y', WELCOME_BOT_ID: bot.id])

        expect: "a queue never used"
        get(bot) == [events: [], nextOffset: 0, hasMore: false]

        when:
        def said = portal.say(portal.customer(), 'hello')
        def first = get(bot, [limit: 1])
        def all = get(bot)

        then:
        first.hasMore
        first.events*.type == ['ONIMBOTV2JOINCHAT']
        first.nextOffset == first.events[0].eventId + 1
        all.events*.type == ['ONIMBOTV2JOINCHAT', 'ONIMBOTV2MESSAGEADD']
        !all.hasMore
        with(all.events[1].data) {
            message.text == 'hello'
            message.id == said.messageId
            !message.isSystem
            chat.entityType == 'LINES'
            chat.type == 'lines'
            user.connector
            it.bot.eventMode == 'fetch'
        }

        when: "the events are confirmed"
        def rest = get(bot, [offset: all.nextOffset])

        then: "the offset is to be kept"
        rest == [events: [], nextOffset: all.nextOffset, hasMore: false]
        get(bot) == rest

        when: "the portal is restored as it was before the confirmation"
        portal.say(portal.control('GET', 'customers')[0], 'again')
        def snapshot = portal.control('GET', 'snapshot')
        def waiting = get(bot)
        get(bot, [offset: waiting.nextOffset])
        portal.control('PUT', 'snapshot', snapshot)

        then:
        get(bot) == waiting
        waiting.events*.data*.message.text == [['again']].flatten()
    }

    def "nobody else reads a bot's events"() {
        given:
        def bot = register()

        expect:
        portal.rest('imbot.v2.Event.get', [botId: bot.id, botToken: 'other']).json.error == 'BOT_OWNERSHIP_ERROR'
        portal.rest('imbot.v2.Event.get', [botId: bot.id]).json.error == 'BOT_TOKEN_NOT_SPECIFIED'
    }

    def "an event that nobody fetches is gone after a day"() {
        given:
        def bot = register()
        portal.line(1, [WELCOME_BOT_ENABLE: 'Y', WELCOME_BOT_ID: bot.id])
        portal.say(portal.customer(), 'hello')

        when:
        portal.advance('PT23H59M59S')

        then:
        get(bot).events.size() >= 2

        when:
        portal.advance('PT1S')

        then:
        get(bot).events.every { it.type != 'ONIMBOTV2JOINCHAT' }
    }

    def "a bot's last event is fetched by who owned it, until it is confirmed"() {
        given:
        def bot = register()
        portal.call('imbot.v2.Bot.unregister', [botId: bot.id, botToken: 'secret'])

        when:
        def last = get(bot)

        then:
        last.events*.type == ['ONIMBOTV2DELETE']
        last.events[0].data.keySet() == ['bot'] as Set
        last.events[0].data.bot.with { it.id == bot.id && it.code == 'welcome' && it.eventMode == 'fetch' }
        portal.rest('imbot.v2.Event.get', [botId: bot.id, botToken: 'other']).json.error == 'BOT_NOT_FOUND'
        portal.rest('imbot.v2.Chat.add', [botId: bot.id, botToken: 'secret', fields: [:]]).json.error == 'BOT_NOT_FOUND'

        when: "a portal that is restored remembers it"
        portal.control('PUT', 'snapshot', portal.control('GET', 'snapshot') as Map)
        def rest = get(bot, [offset: last.nextOffset])

        then:
        rest == [events: [], nextOffset: last.nextOffset, hasMore: false]
        portal.rest('imbot.v2.Event.get', [botId: bot.id, botToken: 'secret']).json.error == 'BOT_NOT_FOUND'
    }
}
