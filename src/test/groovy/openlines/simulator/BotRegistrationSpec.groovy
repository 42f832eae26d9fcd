package openlines.simulator

import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Whose bots are, how they are registered, changed and taken away, and which revision of the API they meet. */
class BotRegistrationSpec extends Specification {

    @AutoCleanup @Shared BotStage stage = new BotStage()

    def setup() { stage.setUp() }

    def register(Map fields, Map more = [:]) { stage.portal.rest('imbot.v2.Bot.register', [fields: fields] + more) }

    def "the same code gives the same bot back, unchanged"() {
        when:
        def again = register([code: 'helper', botToken: 'secret', properties: [name: 'Somebody else'], type: 'bot']).json.result

        then:
        again.bot == stage.bot + [countChat: 1, countCommand: 1, countMessage: 1, countUser: again.bot.countUser]
        again.users[0].name == 'Helper'
        stage.v1('imbot.register', [CODE: 'veteran', EVENT_HANDLER: stage.handler.url, PROPERTIES: [NAME: 'X']]) == stage.old
    }

    def "the same code with another token is taken"() {
        expect:
        register([code: 'helper', botToken: 'other', properties: [name: 'X']]).json.error == 'BOT_CODE_ALREADY_TAKEN'
    }

    def "a token at the top level does not register"() {
        expect:
        register([code: 'x', properties: [name: 'X']], [botToken: 'top']).json.error == 'BOT_TOKEN_NOT_SPECIFIED'
    }

    def "an application's bot needs no token, and is no webhook's"() {
        given:
        def app = stage.portal.control('POST', 'apps', [userId: 1, handlerUrl: stage.handler.url])
        def rest = { method, params -> stage.portal.send('POST', "$stage.portal.url/rest/$method", params + [auth: app.auth.access_token]).json }

        when:
        def bot = rest('imbot.v2.Bot.register', [fields: [code: 'apps', properties: [name: 'A'], type: 'personal', eventMode: 'webhook', webhookUrl: stage.handler.url]]).result.bot
        def old = rest('imbot.register', [CODE: 'oldapps', EVENT_HANDLER: stage.handler.url, PROPERTIES: [NAME: 'O']]).result

        then: "it is seen by others, briefly"
        stage.portal.rest('imbot.v2.Bot.get', [code: 'apps', botToken: 'x']).json.result.bot.keySet() ==
                ['id', 'code', 'type', 'isHidden', 'isSupportOpenline', 'isReactionsEnabled', 'backgroundId', 'language'] as Set
        stage.portal.rest('imbot.v2.Bot.unregister', [botId: bot.id, botToken: '']).json.error == 'BOT_TOKEN_NOT_SPECIFIED'
        stage.portal.rest('imbot.v2.Bot.unregister', [botId: bot.id, botToken: 'x']).json.error == 'BOT_OWNERSHIP_ERROR'
        rest('imbot.v2.Bot.list', [:]).result.bots*.code == ['apps', 'oldapps']
        rest('imbot.bot.list', [:]).result.keySet() == ["$bot.id", "$old"]*.toString() as Set

        when: "the application goes"
        stage.portal.settle()
        stage.portal.control('POST', "apps/$app.clientId/uninstall")
        stage.portal.settle()

        then: "its bots are told, and gone"
        stage.handler.names[-3..-1] == ['ONIMBOTV2DELETE', 'ONIMBOTDELETE', 'ONAPPUNINSTALL']
        stage.portal.rest('imbot.v2.Bot.get', [botId: bot.id, botToken: 'x']).json.error == 'BOT_NOT_FOUND'
    }

    def "nothing is told to a bot whose application is not installed"() {
        given:
        def app = stage.portal.control('POST', 'apps', [userId: 1])
        def rest = { method, params -> stage.portal.send('POST', "$stage.portal.url/rest/$method", params + [auth: app.auth.access_token]).json.result }
        def bot = rest('imbot.v2.Bot.register', [fields: [code: 'apps', properties: [name: 'A'], eventMode: 'webhook', webhookUrl: stage.handler.url]]).bot

        when:
        stage.says(2, bot.id, 'hi')
        stage.portal.settle()

        then:
        stage.handler.events.empty

        when:
        stage.portal.control('POST', "apps/$app.clientId/install", [handlerUrl: stage.handler.url])
        stage.says(2, bot.id, 'hi again')
        stage.portal.settle()

        then:
        stage.handler.names == ['ONAPPINSTALL', 'ONIMBOTV2MESSAGEADD']
    }

    def "a type #type hears: alone #alone, named #named, unnamed #unnamed"() {
        given:
        def bot = stage.v2Bot('ear', 'secret', [type: type])
        stage.v2('Chat.User.add', [dialogId: "chat$stage.chatId", userIds: [bot.id]])
        def heard = { stage.portal.call('imbot.v2.Event.get', [botId: bot.id, botToken: 'secret']).events.findAll { it.type == 'ONIMBOTV2MESSAGEADD' }*.data*.message*.text }

        when:
        stage.says(2, bot.id, 'alone')
        stage.says(2, "chat$stage.chatId", "[user=$bot.id]Ear[/user] named")
        stage.says(2, "chat$stage.chatId", 'unnamed')

        then:
        heard().any { it == 'alone' } == alone
        heard().any { it.endsWith(' named') } == named
        heard().any { it == 'unnamed' } == unnamed

        where:
        type         | alone | named | unnamed
        'bot'        | true  | true  | false
        'openline'   | true  | true  | false
        'supervisor' | true  | true  | true
        'personal'   | true  | true  | true
    }

    def "a bot without open line support hears nothing of a line; support comes with the type openline"() {
        given:
        def deaf = stage.v2Bot('deaf', 'secret')
        stage.portal.line(1, [WELCOME_BOT_ENABLE: 'Y', WELCOME_BOT_ID: deaf.id])
        def queue = { stage.portal.call('imbot.v2.Event.get', [botId: deaf.id, botToken: 'secret']).events*.type }
        def customer = stage.portal.customer()

        when:
        stage.portal.say(customer, 'hello')

        then:
        queue() == []
        stage.bot.isSupportOpenline

        when:
        stage.portal.call('imbot.v2.Bot.update', [botId: deaf.id, botToken: 'secret', fields: [isSupportOpenline: true]])
        stage.portal.say(customer, 'hello?')

        then:
        queue() == ['ONIMBOTV2MESSAGEADD']
    }

    def "the delivery changes with the mode, and the token with its rotation"() {
        given:
        def bot = stage.v2Bot('changing', 'first', [eventMode: 'webhook', webhookUrl: stage.handler.url])
        def as = { token, fields -> stage.portal.rest('imbot.v2.Bot.update', [botId: bot.id, botToken: token, fields: fields]).json }

        when:
        stage.says(2, bot.id, 'one')
        stage.portal.settle()

        then:
        stage.handler.named('ONIMBOTV2MESSAGEADD').size() == 1

        when:
        as('first', [eventMode: 'fetch'])
        stage.says(2, bot.id, 'two')
        stage.portal.settle()

        then:
        stage.handler.named('ONIMBOTV2MESSAGEADD').size() == 1
        stage.portal.call('imbot.v2.Event.get', [botId: bot.id, botToken: 'first']).events*.data*.message*.text == ['two']

        when:
        def rotated = as('first', [botToken: 'second', eventMode: 'webhook', webhookUrl: stage.handler.url])
        stage.says(2, bot.id, 'three')
        stage.portal.settle()

        then: "the old one is worth nothing at once"
        rotated.result.bot.eventMode == 'webhook'
        stage.handler.events[-1]['auth[application_token]'] == 'customsecond'
        as('first', [:]).error == 'BOT_OWNERSHIP_ERROR'
        as('second', [botToken: '  ']).result
        as('second', [botToken: 'secret']).error == 'BOT_TOKEN_ROTATION_FAILED'
    }

    def "an unregistered bot leaves nothing behind"() {
        given:
        stage.says(2, stage.bot.id, 'hi')
        assert stage.portal.control('GET', 'chats').any { it.type == 'private' }

        when:
        stage.v2('Bot.unregister')

        then:
        !stage.portal.control('GET', 'chats').any { it.type == 'private' }
        !stage.portal.chat(stage.chatId).members.any { it.id == stage.bot.id }
        stage.portal.rest('imbot.v2.Command.list', stage.mine()).json.error == 'BOT_NOT_FOUND'
        stage.portal.control('GET', 'snapshot').commands.items.values().every { it.botId != stage.bot.id }
    }

    def "a bot that leaves a line's chat gives its dialog to the queue"() {
        given:
        stage.portal.line(1, [WELCOME_BOT_ENABLE: 'Y', WELCOME_BOT_ID: stage.old])
        def chat = stage.portal.say(stage.portal.customer(), 'hello').chatId
        assert stage.portal.chat(chat).session.stage == 'BOT'

        when:
        stage.v1('imbot.chat.leave', [CHAT_ID: chat])

        then:
        with(stage.portal.chat(chat)) {
            it.session.stage == 'QUEUE'
            !it.members.any { it.kind == 'bot' }
        }
    }

    def "what the change log says of revision #rest"() {
        given:
        stage.portal.control('POST', 'revision', [rest: rest])
        stage.says(2, stage.bot.id, 'hi')

        expect:
        def revision = stage.portal.rest('imbot.v2.Revision.get')
        (revision.status == 200 ? revision.json.result.rest : null) == told
        (register([code: 'long', botToken: 'x' * 41, properties: [name: 'L']]).status == 200) == longToken
        stage.portal.rest('imbot.v2.Bot.get', [botId: stage.bot.id]).json.error == missing
        stage.v2('Bot.get').bot.containsKey('appId') == appId
        stage.v2('Command.list').commands[0].title == title
        (stage.portal.rest('imbot.v2.Chat.TextField.enabled', stage.mine(dialogId: '2', enabled: false)).status == 200) == alone
        stage.v2('Event.get').containsKey('lastEventId') == (rest < 33)
        stage.portal.chat(stage.chatId).messages.find {
            it.id == stage.v2('Chat.Message.send', [dialogId: "chat$stage.chatId", fields: [message: 'x', system: true]]).id
        } == null
        (stage.portal.chat(stage.chatId).messages[-1].authorId == 0) == (rest >= 33)

        where:
        rest | told | longToken | missing                    | appId | title  | alone
        36   | 36   | false     | 'BOT_TOKEN_NOT_SPECIFIED'  | false | 'Help' | true
        35   | 35   | true      | 'BOT_TOKEN_NOT_SPECIFIED'  | false | 'Help' | true
        34   | 34   | true      | 'BOT_TOKEN_NOT_SPECIFIED'  | true  | 'Help' | true
        33   | 33   | true      | 'CLIENT_ID_NOT_SPECIFIED'  | true  | ''     | false
        32   | null | true      | 'CLIENT_ID_NOT_SPECIFIED'  | true  | ''     | false
    }

    def "a command's parameters at the top level are understood until the end of September 2026"() {
        expect:
        stage.v2('Command.register', [command: 'flat', title: [en: 'Flat']]).command.command == '/flat'

        when:
        stage.portal.advance('P199D')

        then:
        stage.portal.rest('imbot.v2.Command.register', stage.mine(command: 'late', title: [en: 'Late'])).json.error == 'COMMAND_REQUIRED'
    }
}
