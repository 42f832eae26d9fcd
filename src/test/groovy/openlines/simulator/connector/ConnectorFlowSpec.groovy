package openlines.simulator.connector

/** Messages between a channel and the portal, both ways. */
class ConnectorFlowSpec extends ConnectorCase {

    def "many messages at once: each has its own result, in order; one that fails stops nobody"() {
        given:
        app.connect()

        when:
        def results = app.send(1, [
                ConnectorApp.message(id: '1', text: 'one'),
                ConnectorApp.message(id: '2', message: [text: '']),
                ConnectorApp.message(id: '3', person: [id: '']),
                ConnectorApp.message(id: '4', text: 'two', message: [files: [[url: 'https://example.com/files/spec.pdf?x=1'], [url: 'https://example.com/p.png', name: 'photo.png']]]),
                ConnectorApp.message(id: '5', user: 'somebody-else', text: 'three')])

        then:
        results*.SUCCESS == [true, false, false, true, true]
        results[1].ERRORS == ['The message has neither text nor files']
        results[2].ERRORS == ['The user ID is not specified']
        !results[1].containsKey('session')
        results[0].session == results[3].session
        results[4].session.CHAT_ID != results[0].session.CHAT_ID
        results[0].user == results[3].user
        portal.texts(results[0].session.CHAT_ID) == ['one', 'two']
        def history = portal.call('imopenlines.session.history.get', [SESSION_ID: results[0].session.ID])
        history.files.values()*.name.sort() == ['photo.png', 'spec.pdf']
        history.files.values()*.type.sort() == ['file', 'image']
    }

    def "the customer's record follows the connector; names are cleaned and phones checked"() {
        given:
        app.connect()
        def user = { person(it.session.CHAT_ID, it.user) }

        when:
        def first = send(person: [name: 'Ann4 Marie!', last_name: 'x' * 30, phone: 'call me', email: 'ann@example.com', picture: [url: 'https://example.com/a.png'], gender: 'female'])

        then:
        with(user(first)) {
            it.first_name == 'Ann Marie'
            it.last_name == 'x' * 25
            it.connector == true
            it.gender == 'F'
            it.avatar == 'https://example.com/a.png'
        }

        when:
        def second = send(id: '2', person: [name: 'Anna', last_name: 'Lee', picture: [url: 'https://example.com/b.png']])

        then:
        second.user == first.user
        user(second).name == 'Anna Lee'
        user(second).avatar == 'https://example.com/b.png'
    }

    def "a confirmed message is read and carries the channel's id; the reading receipt does nothing"() {
        given:
        app.connect()
        def chat = answered(send())
        app.confirming = false
        def message = say(chat, 'Guten Tag!')
        def receipt = { String method, Map im -> app.does("imconnector.send.status.$method", [CONNECTOR: 'myconnector', LINE: 1,
                MESSAGES: [[im: im, message: [id: ['ext-1007', 'ext-1008']], chat: [id: 'channel-123']]]]) }
        def read = { portal.call('imopenlines.dialog.get', [CHAT_ID: chat.id]).readed_list }
        def before = read()

        expect:
        receipt('reading', [chat_id: chat.id, message_id: message.id]) == [SUCCESS: true, DATA: []]
        read() == before
        receipt('delivery', [chat_id: chat.id, message_id: 99]) == [SUCCESS: false, DATA: []]
        receipt('delivery', [chat_id: 99, message_id: message.id]) == [SUCCESS: false, DATA: []]
        receipt('delivery', [chat_id: chat.id, message_id: message.id]) == [SUCCESS: true, DATA: []]
        portal.chat(chat.id).messages.last().params.CONNECTOR_MID == ['ext-1007', 'ext-1008']
        read().any { it.message_id == message.id && it.user_id != chat.operator }

        when: "a message that the channel made two of is deleted"
        portal.control('POST', "chats/$chat.id/remove", [messageId: message.id, complete: true])
        portal.settle()

        then:
        app.named('OnImConnectorMessageDelete')[0].data.MESSAGES.values()*.message == [[id: 'ext-1007'], [id: 'ext-1008']]
    }

    def "an employee's word from outside stands as theirs and does not go out again"() {
        given:
        app.connect()
        def chat = answered(send())
        app.events.clear()

        when:
        send(id: 'm2', text: 'from my phone', message: [user_id: chat.operator])

        then:
        portal.chat(chat.id).messages.last().authorId == chat.operator
        app.events.isEmpty()
    }

    def "in silence the colleagues talk among themselves"() {
        given:
        app.connect()
        def chat = answered(send())
        def webhook = portal.webhookOf(chat.operator)
        assert portal.rest('imopenlines.session.mode.silent', [CHAT_ID: chat.id, ACTIVATE: 'Y'], webhook).json.result

        when:
        say(chat, 'is he a good customer?')
        portal.rest('imopenlines.session.mode.silent', [CHAT_ID: chat.id, ACTIVATE: 'N'], webhook)
        say(chat, 'Guten Tag!')

        then:
        app.texts == ['[b]Anna Fischer:[/b] [br]Guten Tag!']
    }

    def "what a bot says, changes and takes back goes out, too, unless it skips the connector"() {
        given:
        app.connect()
        def bot = portal.call('imbot.v2.Bot.register', [fields: [code: 'b', botToken: 'secret', properties: [name: 'Marina'], type: 'openline']]).bot.id
        portal.line(1, [WELCOME_BOT_ENABLE: 'Y', WELCOME_BOT_ID: bot])
        def chat = send().session.CHAT_ID

        when:
        portal.call('imopenlines.bot.session.message.send', [CHAT_ID: chat, NAME: 'DEFAULT', MESSAGE: 'I am a bot'])
        portal.settle()

        then:
        app.texts == ['[b]Marina:[/b] [br]I am a bot']
        app.named('OnImConnectorMessageAdd')[0].data.MESSAGES['0'].message.user_id == "$bot"
    }
}
