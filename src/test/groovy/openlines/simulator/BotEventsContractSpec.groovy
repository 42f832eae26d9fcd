package openlines.simulator

import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** The 20 events of the bot platform against the contract, in each form in which they travel. */
class BotEventsContractSpec extends Specification {

    static final Map<String, Map> EVENTS = Contract.load('bot-events').findAll { !it.key.startsWith('_') }
    static final Map SHAPES = Contract.load('bot-events')._shapes as Map

    @AutoCleanup @Shared BotStage stage = new BotStage()
    Map app
    def rest = { String method, Map params ->
        def answer = stage.portal.send('POST', "$stage.portal.url/rest/$method", params + [auth: app.auth.access_token])
        assert answer.status == 200: "$method: $answer.text"
        answer.json.result
    }

    def setup() {
        stage.setUp()
        app = stage.portal.control('POST', 'apps', [handlerUrl: stage.handler.url, scope: ['imbot', 'im', 'imopenlines'], userId: 1])
    }

    /** The last event of the name, a pair a key. */
    Map<String, String> last(String name) {
        stage.portal.settle()
        def found = stage.handler.named(name)
        assert found: "$name did not come; ${stage.handler.names}"
        found[-1]
    }

    def "all twenty are looked at"() {
        expect:
        EVENTS.size() == 20
        (V1.collect { it[0] } + V2 + IM + NEVER.keySet()) as Set == EVENTS.keySet()
    }

    static final Map NEVER = [ONIMBOTCONTEXTGET: 'named in a migration table alone: no page has its payload or its binding']

    static final List V1 = [
        ['ONIMBOTMESSAGEADD', 'one_to_one'], ['ONIMBOTMESSAGEADD', 'group'], ['ONIMBOTMESSAGEADD', 'open_channel_constructed'],
        ['ONIMBOTMESSAGEUPDATE', 'one_to_one'], ['ONIMBOTMESSAGEUPDATE', 'group'],
        ['ONIMBOTMESSAGEDELETE', 'one_to_one'], ['ONIMBOTMESSAGEDELETE', 'group'],
        ['ONIMBOTJOINCHAT', 'one_to_one'], ['ONIMBOTJOINCHAT', 'group'],
        ['ONIMCOMMANDADD', 'one_to_one'], ['ONIMCOMMANDADD', 'group'], ['ONIMBOTDELETE', 'any'],
    ]

    def "#name in the first generation's form has the keys of the sample #sample, and no other"() {
        given:
        def bot = rest('imbot.register', [CODE: 'sample', EVENT_HANDLER: stage.handler.url, OPENLINE: sample.startsWith('open') ? 'Y' : 'N',
                                          PROPERTIES: [NAME: 'Sample']])
        rest('imbot.update', [BOT_ID: bot, FIELDS: [EVENT_HANDLER: stage.handler.url]])
        rest('imbot.command.register', [BOT_ID: bot, COMMAND: 'echo', EVENT_COMMAND_ADD: stage.handler.url,
                                        LANG: [[LANGUAGE_ID: 'en', TITLE: 'Echo']]])

        when:
        happen(bot, name, sample)
        def event = last(name)

        then:
        def expected = BotShape.keys(EVENTS[name].examples[sample])
        def found = event.keySet().collect { BotShape.plain(it) } as Set
        found - expected == [] as Set
        expected - found == [] as Set
        event.event == name
        event['auth[application_token]'] == app.applicationToken
        def params = event.findAll { it.key.startsWith('data[PARAMS]') }
        params['data[PARAMS][LANGUAGE]'] == 'en' || name == 'ONIMBOTDELETE'
        flags(EVENTS[name].payload, params).every { it in ['Y', 'N'] }

        where:
        [name, sample] << V1
    }

    void happen(long bot, String name, String sample) {
        if (sample == 'any') {
            rest('imbot.unregister', [BOT_ID: bot])
            return
        }
        if (sample == 'open_channel_constructed') {
            stage.portal.line(1, [WELCOME_BOT_ENABLE: 'Y', WELCOME_BOT_ID: bot])
            stage.portal.say(stage.portal.customer(), 'I need help')
            return
        }
        def dialog = "$bot"
        if (sample == 'group') {
            stage.v2('Chat.User.add', [dialogId: "chat$stage.chatId", userIds: [bot]])
            dialog = "chat$stage.chatId"
        }
        def command = name == 'ONIMCOMMANDADD' ? '/echo test' : sample == 'group' ? "[USER=$bot]Sample[/USER] , what is new" : 'Hi'
        def message = stage.says(2, dialog, command)
        def chat = sample == 'group' ? stage.chatId : stage.portal.control('GET', 'chats').find { it.type == 'private' }.id
        if (name.endsWith('UPDATE')) {
            stage.portal.control('POST', "chats/$chat/edit", [messageId: message, text: command + ' now'])
        }
        if (name.endsWith('MESSAGEDELETE')) {
            stage.portal.control('POST', "chats/$chat/remove", [messageId: message])
        }
    }

    /** The values of everything that the page describes as Y or N. */
    static List flags(Map payload, Map<String, String> params) {
        def described = payload?.data?.fields?.PARAMS?.fields ?: [:]
        described.findAll { it.value.values == ['Y', 'N'] }.keySet().collect { params["data[PARAMS][$it]".toString()] }.findAll { it != null }
    }

    static final List V2 = EVENTS.keySet().findAll { it.startsWith('ONIMBOTV2') }.toList()

    def "#name comes posted with all that its page names, as texts"() {
        given:
        def bot = rest('imbot.v2.Bot.register', [fields: [code: 'sample', properties: [name: 'Sample'], eventMode: 'webhook', webhookUrl: stage.handler.url]]).bot
        rest('imbot.v2.Command.register', [botId: bot.id, fields: [command: 'echo', title: [en: 'Echo']]])

        when:
        happenV2(bot, name)
        def event = last(name)
        def payload = EVENTS[name].payload.fields as Map

        then: "the envelope"
        event.event == name
        event.ts as long > 1_700_000_000
        SHAPES.auth.findAll { it.value.always }.keySet().every { event["auth[$it]".toString()] }
        event['auth[application_token]'] == app.applicationToken

        and: "the bot"
        event['data[bot][id]'] == "$bot.id"
        event['data[bot][code]'] == 'sample'
        name == 'ONIMBOTV2DELETE' || (SHAPES.bot_webhook.auth.fields as Map).keySet().every { event["data[bot][auth][$it]".toString()] != null }

        and: "every field of what it is about; an empty tree leaves no trace"
        def described = payload.findAll { it.key != 'bot' }.collectMany { key, field ->
            field.fields ? field.fields.findAll { !("$it.value.type" =~ /object|array/) }.keySet().collect { "data[$key][$it]".toString() }
                    : "$field.type" == 'object' ? [] : ["data[$key]".toString()]
        }
        described.findAll { !event.containsKey(it) } == []

        and: "and nothing else"
        def known = payload.collectMany { key, field ->
            def inner = key == 'bot' ? ['id', 'code', 'auth'] : field.fields?.keySet()
            inner == null ? ["data[$key]".toString()] : inner.collect { "data[$key][$it]".toString() }
        }
        event.keySet().findAll { it.startsWith('data') && !known.any { prefix -> it == prefix || it.startsWith("$prefix[") } }.empty
        event.findAll { it.key ==~ /data\[(message|chat|user)\]\[(isSystem|viewedByOthers|extranet|active|bot|connector|isNew)\]/ }.every { it.value in ['0', '1'] }

        where:
        name << V2
    }

    void happenV2(Map bot, String name) {
        if (name == 'ONIMBOTV2DELETE') {
            rest('imbot.v2.Bot.unregister', [botId: bot.id])
            return
        }
        def message = stage.says(2, bot.id, name == 'ONIMBOTV2COMMANDADD' ? '/echo test' : 'Hi bot')
        def chat = stage.portal.control('GET', 'chats').find { it.type == 'private' }.id
        switch (name) {
            case 'ONIMBOTV2MESSAGEUPDATE':
                stage.portal.control('POST', "chats/$chat/edit", [messageId: message, text: 'Edited'])
                break
            case 'ONIMBOTV2MESSAGEDELETE':
                stage.portal.control('POST', "chats/$chat/remove", [messageId: message])
                break
            case 'ONIMBOTV2CONTEXTGET':
                stage.portal.control('POST', "chats/$chat/context", [context: [entityType: 'task', entityId: 164]])
                break
            case 'ONIMBOTV2REACTIONCHANGE':
                def own = rest('imbot.v2.Chat.Message.send', [botId: bot.id, dialogId: '2', fields: [message: 'How can I help']]).id
                stage.portal.control('POST', "chats/$chat/react", [messageId: own, reaction: 'fire'])
        }
    }

    def "#name comes fetched in its real types"() {
        given:
        def bot = rest('imbot.v2.Bot.register', [fields: [code: 'sample', properties: [name: 'Sample']]]).bot
        rest('imbot.v2.Command.register', [botId: bot.id, fields: [command: 'echo', title: [en: 'Echo']]])

        when:
        happenV2(bot, name)
        def events = rest('imbot.v2.Event.get', [botId: bot.id]).events
        def event = events.find { it.type == name }

        then:
        event
        BotShape.problems([type: 'object', fields: SHAPES.fetch_item], event, name) == []
        BotShape.problems(EVENTS[name].payload as Map, event.data, name) == []
        event.data.bot.eventMode == 'fetch'

        where:
        name << V2
    }

    static final List IM = EVENTS.keySet().findAll { it.startsWith('ONIMV2') }.toList()

    def "#name is recorded for a user who subscribed"() {
        given:
        def webhook = stage.portal.webhookOf(2)
        def get = { stage.portal.rest('im.v2.Event.get', [:], webhook).json.result.events }
        stage.portal.rest('im.v2.Event.subscribe', [:], webhook)
        assert get() == []

        when:
        def message = stage.says(3, "chat$stage.chatId", 'Hi all')
        switch (name) {
            case 'ONIMV2MESSAGEUPDATE':
                stage.portal.control('POST', "chats/$stage.chatId/edit", [messageId: message, text: 'Edited'])
                break
            case 'ONIMV2MESSAGEDELETE':
                stage.portal.control('POST', "chats/$stage.chatId/remove", [messageId: message])
                break
            case 'ONIMV2REACTIONCHANGE':
                stage.portal.control('POST', "chats/$stage.chatId/react", [userId: 2, messageId: message, reaction: 'like'])
                break
            case 'ONIMV2JOINCHAT':
                stage.v2('Chat.User.add', [dialogId: "chat$stage.chatId", userIds: [5]])
        }
        def event = get().find { it.type == name }

        then:
        event
        BotShape.problems(EVENTS[name].payload as Map, event.data, name) == []
        !event.data.containsKey('bot')
        event.data.user.id == (name == 'ONIMV2JOINCHAT' ? 5 : name == 'ONIMV2REACTIONCHANGE' ? 2 : 3)

        where:
        name << IM
    }

    def "recorded events are there for a day, and no longer than an offset lets them"() {
        given:
        def webhook = stage.portal.webhookOf(2)
        stage.portal.rest('im.v2.Event.subscribe', [:], webhook)
        stage.says(3, "chat$stage.chatId", 'one')
        stage.portal.rest('im.v2.Event.unsubscribe', [:], webhook)
        stage.says(3, "chat$stage.chatId", 'two')
        def get = { Map params = [:] -> stage.portal.rest('im.v2.Event.get', params, webhook).json.result }

        expect: "what was recorded stays readable, what came later was not recorded"
        get().events*.data*.message*.text == ['one']

        and: "bot and user events are confirmed by one offset"
        stage.portal.rest('im.v2.Event.subscribe', [:], webhook)
        stage.says(3, "chat$stage.chatId", "[USER=$stage.bot.id]Helper[/USER] three")
        def both = stage.portal.rest('imbot.v2.Event.get', stage.mine(withUserEvents: true), webhook).json.result
        both.events*.type.containsAll(['ONIMV2MESSAGEADD', 'ONIMBOTV2MESSAGEADD'])
        stage.portal.rest('imbot.v2.Event.get', stage.mine(withUserEvents: true, offset: both.nextOffset), webhook).json.result.events == []
        get().events == []

        when:
        stage.says(3, "chat$stage.chatId", 'four')
        stage.portal.advance('PT24H')

        then:
        get().events == []
    }
}
