package openlines.simulator

import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Keyboards, commands and attachments between a bot and people. */
class KeyboardSpec extends Specification {

    @AutoCleanup @Shared BotStage stage = new BotStage()

    def setup() { stage.setUp() }

    def events() { stage.v2('Event.get').events }

    long send(Map fields, dialogId = "chat$stage.chatId") {
        stage.v2('Chat.Message.send', [dialogId: "$dialogId", fields: [message: 'Choose'] + fields]).id
    }

    def press(long messageId, button, Map more = [:]) {
        stage.portal.tryControl('POST', "chats/$stage.chatId/press", [messageId: messageId, button: button] + more)
    }

    def "a pressed command button calls the bot with what it carries"() {
        given:
        def message = send([keyboard: [[TEXT: 'Help', COMMAND: 'help', COMMAND_PARAMS: '42']]])

        when:
        def answer = press(message, 0, [userId: 2])

        then:
        answer.json == [does: 'command', value: '/help', params: '42']
        def event = events()[-1]
        event.type == 'ONIMBOTV2COMMANDADD'
        event.data.command == [id: stage.commandId, command: '/help', params: '42', context: 'keyboard']
        event.data.message.id == message
        event.data.user.id == 2
        event.data.chat.dialogId == "chat$stage.chatId"
    }

    def "each action does what its page says: #action"() {
        given:
        def message = send([keyboard: [BUTTONS: [[TYPE: 'NEWLINE'], [TEXT: 'Go'] + action]]])

        expect:
        press(message, 'Go', [userId: 2]).json.subMap('does', 'value') == did
        stage.portal.texts(stage.chatId)[-1] == text

        where:
        action                                    | did                                     | text
        [ACTION: 'SEND', ACTION_VALUE: '/start']  | [does: 'send', value: '/start']         | '/start'
        [ACTION: 'PUT', ACTION_VALUE: '/help']    | [does: 'put', value: '/help']           | 'Choose'
        [ACTION: 'COPY', ACTION_VALUE: 'x']       | [does: 'copy', value: 'x']              | 'Choose'
        [ACTION: 'CALL', ACTION_VALUE: '+49123']  | [does: 'call', value: '+49123']         | 'Choose'
        [ACTION: 'DIALOG', ACTION_VALUE: 'chat5'] | [does: 'dialog', value: 'chat5']        | 'Choose'
        [LINK: 'https://example.com/']            | [does: 'link', value: 'https://example.com/'] | 'Choose'
        [APP_ID: 7]                               | [does: 'application', value: '7']       | 'Choose'
    }

    def "a button that locks itself works once, until the bot changes the message"() {
        given:
        def message = send([keyboard: [[TEXT: 'Confirm', COMMAND: 'help', BLOCK: 'Y'], [TEXT: 'Off', COMMAND: 'help', DISABLED: 'Y']]])

        expect:
        press(message, 0).status == 200
        press(message, 0).status == 409
        press(message, 1).status == 409
        stage.v2('Chat.Message.update', [messageId: message, fields: [message: 'Again']])
        press(message, 0).status == 200
        stage.v2('Chat.Message.update', [messageId: message, fields: [keyboard: 'N']])
        press(message, 0).status == 404
    }

    def "a customer presses a button in a line's chat"() {
        given:
        stage.portal.line(1, [WELCOME_BOT_ENABLE: 'Y', WELCOME_BOT_ID: stage.bot.id])
        def customer = stage.portal.customer()
        def chat = stage.portal.say(customer, 'hello').chatId
        def message = send([keyboard: [[TEXT: 'Prices', ACTION: 'SEND', ACTION_VALUE: 'Prices'], [TEXT: 'Help', COMMAND: 'help']]], "chat$chat")

        when:
        stage.portal.control('POST', "customers/$customer.id/press", [messageId: message, button: 'Prices'])
        stage.portal.control('POST', "chats/$chat/press", [messageId: message, button: 1])

        then:
        events()*.type[-2..-1] == ['ONIMBOTV2MESSAGEADD', 'ONIMBOTV2COMMANDADD']
        events()[-2].data.message.text == 'Prices'
        events()[-1].data.user.id == customer.id
    }

    def "a typed command reaches the bot as a command and not as a message"() {
        when:
        def called = stage.says(2, "chat$stage.chatId", '/help prices')
        stage.says(2, "chat$stage.chatId", 'see /help')

        then:
        def commands = events().findAll { it.type == 'ONIMBOTV2COMMANDADD' }
        commands*.data*.command == [[id: stage.commandId, command: '/help', params: 'prices', context: 'textarea']]
        commands[0].data.message.id == called
        !events().any { it.type == 'ONIMBOTV2MESSAGEADD' && it.data.message.id == called }
    }

    def "a common command works where its bot is not, and is answered there"() {
        given:
        def common = stage.v2('Command.register', [fields: [command: 'everywhere', title: [en: 'E'], common: 'Y']]).command.id
        stage.v2('Command.register', [fields: [command: 'athome', title: [en: 'H']]])

        when:
        def message = stage.says(4, "chat$stage.foreignChatId", "/everywhere now\n/athome")
        def called = events().findAll { it.type == 'ONIMBOTV2COMMANDADD' }
        stage.v2('Command.answer', [commandId: common, messageId: message, dialogId: "chat$stage.foreignChatId", fields: [message: 'Here I am']])

        then:
        called*.data*.command*.id == [common]
        with(stage.portal.chat(stage.foreignChatId).messages[-1]) {
            authorId == 0
            text.contains('Helper')
            text.endsWith('Here I am')
        }
    }

    def "the control face calls a command, for a customer too"() {
        given:
        stage.portal.line(1, [WELCOME_BOT_ENABLE: 'Y', WELCOME_BOT_ID: stage.bot.id])
        def chat = stage.portal.say(stage.portal.customer(), 'hello').chatId

        when:
        def called = stage.portal.control('POST', "chats/$chat/command", [command: 'help', params: 'me'])

        then:
        called.commands == [stage.commandId]
        with(events()[-1]) {
            type == 'ONIMBOTV2COMMANDADD'
            data.command.params == 'me'
            data.message.id == called.messageId
        }
        stage.portal.tryControl('POST', "chats/$chat/command", [command: 'nonsense']).status == 404
    }

    def "two bots of one application that know a command are called at once in the first generation"() {
        given:
        def second = stage.portal.call('imbot.register', [CODE: 'second', CLIENT_ID: 'client', EVENT_HANDLER: stage.handler.url, PROPERTIES: [NAME: 'S']])
        def other = stage.portal.call('imbot.command.register', [BOT_ID: second, CLIENT_ID: 'client', COMMAND: 'echo', EVENT_COMMAND_ADD: stage.handler.url,
                                                                 LANG: [[LANGUAGE_ID: 'en', TITLE: 'E']]])
        stage.v1('imbot.chat.user.add', [CHAT_ID: stage.oldChatId, USERS: [second]])

        when:
        def message = stage.says(2, "chat$stage.oldChatId", '/echo hi')
        stage.says(2, "chat$stage.oldChatId", "[USER=$stage.old]V[/USER], [USER=$second]S[/USER] both")
        stage.portal.settle()

        then:
        def calls = stage.handler.named('ONIMCOMMANDADD')
        calls.size() == 1
        calls[0]["data[COMMAND][$stage.oldCommandId][COMMAND_PARAMS]".toString()] == 'hi'
        calls[0]["data[COMMAND][$other][BOT_ID]".toString()] == "$second"
        calls[0]['data[PARAMS][MESSAGE_ID]'] == "$message"
        def heard = stage.handler.named('ONIMBOTMESSAGEADD')
        heard.size() == 1
        heard[0]["data[BOT][$stage.old][BOT_CODE]".toString()] == 'veteran'
        heard[0]["data[BOT][$second][BOT_CODE]".toString()] == 'second'
        heard[0]['data[PARAMS][MESSAGE]'] == ',  both'
    }

    def "attachments are kept as blocks, whichever way they come: #given"() {
        when:
        def id = send([attach: given])
        def params = stage.portal.call('imbot.v2.Chat.Message.get', stage.watching(messageId: id)).message.params

        then:
        params.ATTACH.BLOCKS == [[MESSAGE: 'Request']]

        where:
        given << [[[MESSAGE: 'Request']], [ID: 1, BLOCKS: [[MESSAGE: 'Request']]], '[{"MESSAGE":"Request"}]']
    }

    def "a wrong structure is refused: #fields"() {
        expect:
        stage.portal.rest('imbot.v2.Chat.Message.send', stage.mine(dialogId: "chat$stage.chatId", fields: [message: 'x'] + fields)).json.error == error

        where:
        fields                                                         | error
        [attach: [[LINK: [LINK: 'javascript:alert(1)']]]]              | 'ATTACH_ERROR'
        [attach: [[MESSAGE: 'a', DELIMITER: [SIZE: 1]]]]               | 'ATTACH_ERROR'
        [attach: [[GRID: [[DISPLAY: 'CIRCLE', NAME: 'a', VALUE: 'b']]]]] | 'ATTACH_ERROR'
        [attach: 'text']                                               | 'ATTACH_ERROR'
        [keyboard: [[text: 'lower case', command: 'help']]]            | 'KEYBOARD_ERROR'
        [keyboard: [[TEXT: 'nothing']]]                                | 'KEYBOARD_ERROR'
        [keyboard: [[TEXT: 'a', ACTION: 'EXPLODE', ACTION_VALUE: 'x']]] | 'KEYBOARD_ERROR'
        [keyboard: [[TEXT: 'a', LINK: 'file:///etc/passwd']]]          | 'KEYBOARD_ERROR'
    }

    def "a text over the limit is cut and marked"() {
        when:
        def id = send([message: 'x' * 20_001])

        then:
        def text = stage.portal.chat(stage.chatId).messages.find { it.id == id }.text
        text == 'x' * 20_000 + ' (...)'
    }

    long menu(List items) {
        stage.v1('imbot.message.add', [DIALOG_ID: "chat$stage.oldChatId", MESSAGE: 'Look', MENU: items])
    }

    def choose(long messageId, item, Map more = [userId: 2]) {
        stage.portal.tryControl('POST', "chats/$stage.oldChatId/choose", [messageId: messageId, item: item] + more)
    }

    def "an item of a context menu calls the bot's command, and says where it was chosen"() {
        given:
        def message = menu([[TEXT: 'Site', LINK: 'https://example.com'], [TEXT: 'Again', COMMAND: 'echo', COMMAND_PARAMS: 'once more']])
        stage.portal.settle()
        stage.handler.events.clear()

        when:
        def answer = choose(message, 'Again')
        stage.portal.settle()

        then:
        answer.json == [does: 'command', value: '/echo', params: 'once more']
        stage.handler.names == ['ONIMCOMMANDADD']
        def event = stage.handler.events[0]
        event["data[COMMAND][$stage.oldCommandId][COMMAND_CONTEXT]".toString()] == 'MENU'
        event["data[COMMAND][$stage.oldCommandId][COMMAND_PARAMS]".toString()] == 'once more'
        event['data[PARAMS][MESSAGE_ID]'] == "$message"
        event['data[USER][ID]'] == '2'
    }

    def "what of a menu is no command stays in the client, and what can't be chosen is told: #item"() {
        given:
        def message = menu([[TEXT: 'Site', LINK: 'https://example.com'], [TEXT: 'Off', COMMAND: 'echo', DISABLED: 'Y'], [TEXT: 'No', COMMAND: 'nothing']])
        stage.portal.settle()
        stage.handler.events.clear()

        when:
        def answer = choose(message, item, more)
        stage.portal.settle()

        then:
        answer.status == status
        (answer.json.value ?: answer.json.error).contains(words)
        stage.handler.events.empty

        where:
        item   | more            || status | words
        0      | [userId: 2]     || 200    | 'https://example.com'
        'Off'  | [userId: 2]     || 409    | 'locked'
        'No'   | [userId: 2]     || 409    | 'no command'
        'Lost' | [userId: 2]     || 404    | 'no button or item Lost'
        0      | [userId: 99999] || 404    | 'in the chat'
    }

    def "a customer sees no menu"() {
        given:
        def customer = stage.portal.customer()
        stage.portal.line(1, [WELCOME_BOT_ENABLE: 'Y', WELCOME_BOT_ID: stage.old])
        def chat = stage.portal.say(customer, 'hello').chatId
        def message = stage.v1('imbot.message.add', [DIALOG_ID: "chat$chat", MESSAGE: 'Look', MENU: [[TEXT: 'Again', COMMAND: 'echo']]])

        expect:
        stage.portal.tryControl('POST', "chats/$chat/choose", [messageId: message, item: 0]).status == 409
    }
}
