package openlines.simulator.connector

import com.fasterxml.jackson.databind.ObjectMapper
import openlines.simulator.Portal
import spock.lang.AutoCleanup
import spock.lang.Specification

/** A connector's life, what its options change, and edits and deletions both ways. */
class ConnectorFlowSpec extends Specification {

    @AutoCleanup Portal portal = new Portal()
    @AutoCleanup ConnectorApp app = new ConnectorApp(portal)

    Map status(Map more = [LINE: 1]) { app.does('imconnector.status', [CONNECTOR: 'myconnector'] + more) as Map }

    Map send(Map given = [:]) {
        def result = app.send(given)
        assert result.SUCCESS: result
        portal.settle()
        result
    }

    Map answered(Map result) {
        def operator = portal.chat(result.session.CHAT_ID).session.operator
        portal.operator(result.session.CHAT_ID, operator, 'answer')
        [id: result.session.CHAT_ID, operator: operator]
    }

    Map say(Map chat, String text) {
        portal.operator(chat.id, chat.operator, 'say', [text: text])
        portal.settle()
        portal.chat(chat.id).messages.last() as Map
    }

    /** The customer as the chat's readers see them. */
    Map person(chat, user) {
        portal.call('im.dialog.messages.get', [DIALOG_ID: "chat$chat".toString()]).users.find { "$it.id" == "$user" } as Map
    }

    def "register, activate, configure: step by step towards the final status"() {
        expect:
        app.does('imconnector.register', app.registration(ID: 'MyConnector')) == [result: true]
        status() == [LINE: 1, CONNECTOR: 'myconnector', ERROR: false, CONFIGURED: false, STATUS: false]
        app.does('imconnector.activate', [CONNECTOR: 'myconnector', LINE: 1, ACTIVE: 'Y'])
        !status().STATUS
        app.rest('imconnector.send.messages', [CONNECTOR: 'myconnector', LINE: 1, MESSAGES: [ConnectorApp.message([:])]]).json.error == 'NOT_ACTIVE_LINE'
        app.does('imconnector.connector.data.set', [CONNECTOR: 'myconnector', LINE: 1, DATA: [ID: 'c', NAME: 'Channel']])
        status().CONFIGURED
        status().STATUS
        !status([:]).STATUS
        app.does('imconnector.list').myconnector == 'My Connector'
        app.does('imconnector.list').livechat == 'Live Chat'

        when: "the settings are written anew as a whole"
        app.does('imconnector.connector.data.set', [CONNECTOR: 'myconnector', LINE: 1, DATA: [URL: 'https://example.com']])

        then:
        portal.control('GET', 'connectors').find { it.code == 'myconnector' }.lines[0].data == [URL: 'https://example.com']

        when: "an error of the channel"
        portal.control('POST', 'connectors/myconnector/lines/1', [error: true])

        then:
        status().ERROR
        !status().STATUS

        when: "registered anew under the same code"
        app.does('imconnector.register', app.registration(NAME: 'Renamed'))

        then:
        app.does('imconnector.list').myconnector == 'Renamed'

        when:
        def gone = app.does('imconnector.unregister', [ID: 'myconnector'])

        then:
        gone == [result: true]
        !app.does('imconnector.list').containsKey('myconnector')
        !status().CONFIGURED
    }

    def "a built-in channel's code is taken, and an uninstalled application takes its connectors along"() {
        given:
        app.connect()

        expect:
        app.does('imconnector.register', app.registration(ID: 'telegrambot')).error == 'APPLICATION_REGISTRATION_ERROR'

        when:
        portal.control('POST', "apps/$app.app.clientId/uninstall")

        then:
        portal.control('GET', 'connectors').findAll { !it.builtIn } == []
        portal.rest('imconnector.list').json.error == 'WRONG_AUTH_TYPE'
    }

    def "the settings page is opened with tokens and with what is known of the connector"() {
        given:
        app.does('imconnector.register', app.registration())
        app.does('imconnector.activate', [CONNECTOR: 'myconnector', LINE: 1, ACTIVE: 1])

        when:
        portal.control('POST', 'connectors/myconnector/lines/1/settings', [userId: 1])
        portal.settle()
        def call = app.events.last()

        then:
        call.query.keySet() == ['DOMAIN', 'PROTOCOL', 'LANG', 'APP_SID'] as Set
        call.keySet() - 'query' == ['AUTH_ID', 'AUTH_EXPIRES', 'REFRESH_ID', 'SERVER_ENDPOINT', 'APPLICATION_TOKEN', 'APPLICATION_SCOPE',
                                    'member_id', 'status', 'PLACEMENT', 'PLACEMENT_OPTIONS'] as Set
        call.PLACEMENT == 'SETTING_CONNECTOR'
        call.APPLICATION_TOKEN == app.app.applicationToken
        new ObjectMapper().readValue(call.PLACEMENT_OPTIONS as String, Map) == [
                CONNECTOR: 'myconnector', LINE: '1', STATUS: false, ACTIVE_STATUS: true, CONNECTION_STATUS: false, REGISTER_STATUS: false, ERROR_STATUS: false,
                URI: '/contact_center/connector/?ID=myconnector&IFRAME=Y&IFRAME_TYPE=SIDE_SLIDER']
        portal.send('POST', "$portal.url/rest/imconnector.status", [auth: call.AUTH_ID, CONNECTOR: 'myconnector', LINE: 1]).json.result.CONNECTOR == 'myconnector'
    }

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

    def "CHAT_GROUP #group: by #what"() {
        given:
        app.connect(1, [CHAT_GROUP: group])

        when:
        def ann = send(id: '1', user: 'ann', chat: 'room', place: [name: 'The room'])
        def bob = send(id: '2', user: 'bob', chat: 'room')
        def entity = portal.chat(bob.session.CHAT_ID).entityId

        then:
        ann.user != bob.user
        (ann.session.CHAT_ID == bob.session.CHAT_ID) == group
        entity == code
        !group || portal.chat(ann.session.CHAT_ID).title == 'The room'

        when: "the chat is given a name"
        def renamed = app.does('imconnector.chat.name.set', [CONNECTOR: 'myconnector', LINE: 1, CHAT_ID: 'room', USER_ID: 'bob', NAME: 'New Dialog Name'])

        then:
        renamed == [SUCCESS: true, DATA: [RESULT: [:]]]
        portal.chat(bob.session.CHAT_ID).title == 'New Dialog Name'

        where:
        group | what      | code
        false | 'user.id' | 'myconnector|1|room|bob'
        true  | 'chat.id' | 'myconnector|1|room|0'
    }

    def "NEED_SIGNATURE, NEED_SYSTEM_MESSAGES off: bare words of people, none of the line's"() {
        given:
        app.connect(1, [NEED_SIGNATURE: 'N', NEED_SYSTEM_MESSAGES: false])
        portal.line(1, [WELCOME_MESSAGE: 'Y', WELCOME_MESSAGE_TEXT: 'Welcome'])

        when:
        def chat = answered(send())
        say(chat, 'Guten Tag!')

        then:
        app.texts == ['Guten Tag!']
        portal.texts(chat.id).contains('Welcome')
    }

    def "OPERATOR_DATA hide: #card stands for the operator's name"() {
        given:
        app.connect()
        portal.line(1, [OPERATOR_DATA: 'hide', DEFAULT_OPERATOR_DATA: card])

        when:
        say(answered(send()), 'Guten Tag!')

        then:
        app.texts == [text]

        where:
        card           | text
        [NAME: 'Shop'] | '[b]Shop:[/b] [br]Guten Tag!'
        [:]            | 'Guten Tag!'
    }

    def "EDIT_INTERNAL_MESSAGES and DEL_INTERNAL_MESSAGES off: changes stay in the portal"() {
        given:
        app.connect(1, [EDIT_INTERNAL_MESSAGES: false, DEL_INTERNAL_MESSAGES: false])
        def chat = answered(send())
        def message = say(chat, 'one')

        when:
        portal.operator(chat.id, chat.operator, 'edit', [messageId: message.id, text: 'two'])
        portal.operator(chat.id, chat.operator, 'delete', [messageId: message.id])
        portal.settle()

        then:
        app.events*.event == ['ONIMCONNECTORDIALOGSTART', 'ONIMCONNECTORMESSAGEADD']
        app.channel.values()*.text == ['[b]Anna Fischer:[/b] [br]one']
        !portal.texts(chat.id).contains('one')
    }

    def "the channel's edits and deletions come in, unless DEL_EXTERNAL_MESSAGES is off"() {
        given:
        app.connect(1, [DEL_EXTERNAL_MESSAGES: allowed])
        def chat = send(id: 'm1', text: 'one').session.CHAT_ID
        send(id: 'm2', text: 'two')

        when:
        def update = app.does('imconnector.update.messages', [CONNECTOR: 'myconnector', LINE: 1,
                MESSAGES: [ConnectorApp.message(id: 'm1', text: 'changed', person: [name: 'Iwan']), ConnectorApp.message(id: 'unknown')]]).DATA.RESULT

        then:
        update*.SUCCESS == [true, false]
        update[1].ERRORS == ['The message was not found']
        portal.texts(chat) == ['changed', 'two']
        person(chat, update[0].user).first_name == 'Iwan'

        when:
        def delete = app.does('imconnector.delete.messages', [CONNECTOR: 'myconnector', LINE: 1,
                MESSAGES: [[user: [id: 'ext-user-42'], message: [id: 'm1'], chat: [id: 'channel-123']]]]).DATA.RESULT

        then:
        delete*.SUCCESS == [allowed]
        portal.texts(chat) == (allowed ? ['two'] : ['changed', 'two'])

        where:
        allowed << [true, false]
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
        portal.operator(chat.id, chat.operator, 'delete', [messageId: message.id])
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

    def "the portal remembers its connectors over a snapshot"() {
        given:
        app.connect()
        def chat = answered(send(id: 'm1', text: 'one'))
        def message = say(chat, 'answer')
        def snapshot = portal.control('GET', 'snapshot') as Map
        portal.control('POST', 'reset')

        when:
        portal.control('PUT', 'snapshot', snapshot)
        portal.operator(chat.id, chat.operator, 'edit', [messageId: message.id, text: 'better'])
        app.does('imconnector.update.messages', [CONNECTOR: 'myconnector', LINE: 1, MESSAGES: [ConnectorApp.message(id: 'm1', text: 'two')]])
        portal.settle()

        then:
        app.channel.values()*.text == ['[b]Anna Fischer:[/b][br] better']
        portal.texts(chat.id).containsAll(['two', 'better'])
        portal.control('GET', 'snapshot').keySet() == snapshot.keySet()
    }

    def "a form with brackets does what JSON does"() {
        given:
        app.connect()
        def post = { String method, Map fields ->
            def form = (fields + [CONNECTOR: 'myconnector', LINE: '1', auth: app.app.auth.access_token])
                    .collect { key, value -> "${URLEncoder.encode(key.toString(), 'UTF-8')}=${URLEncoder.encode(value.toString(), 'UTF-8')}" }.join('&')
            portal.send('POST', "$portal.url/rest/$method", form.toString(), ['Content-Type': 'application/x-www-form-urlencoded']).json.result
        }

        when:
        def sent = post('imconnector.send.messages', ['MESSAGES[0][user][id]': 'u', 'MESSAGES[0][message][id]': 'm', 'MESSAGES[0][message][text]': 'Grüße',
                                                      'MESSAGES[0][message][files][0][url]': 'https://example.com/a.png', 'MESSAGES[0][chat][id]': 'c']).DATA.RESULT[0]
        def chat = answered(sent)
        app.confirming = false
        def message = say(chat, 'hello')

        then:
        portal.texts(chat.id)[0] == 'Grüße'
        portal.chat(chat.id).messages[0].params.FILE_ID.size() == 1
        post('imconnector.send.status.delivery', ['MESSAGES[0][im][chat_id]': chat.id, 'MESSAGES[0][im][message_id]': message.id,
                                                  'MESSAGES[0][message][id][0]': 'x1', 'MESSAGES[0][message][id][1]': 'x2', 'MESSAGES[0][chat][id]': 'c']) == [SUCCESS: true, DATA: []]
        portal.chat(chat.id).messages.last().params.CONNECTOR_MID == ['x1', 'x2']
    }

    def "a deleted line ends its dialogs, and takes no more words"() {
        given:
        def line = portal.call('imopenlines.config.add', [PARAMS: [LINE_NAME: 'Second', ACTIVE: 'Y', QUEUE: [[ENTITY_TYPE: 'user', ENTITY_ID: 2]]]])
        app.connect(line)
        def result = app.send(line, [ConnectorApp.message([:])])[0]
        portal.operator(result.session.CHAT_ID, 2, 'answer')

        when:
        portal.call('imopenlines.config.delete', [CONFIG_ID: line])
        portal.settle()

        then:
        portal.chat(result.session.CHAT_ID).session.stage == 'CLOSED'
        app.named('OnImConnectorDialogFinish').size() == 1
        app.rest('imconnector.send.messages', [CONNECTOR: 'myconnector', LINE: line, MESSAGES: [ConnectorApp.message([:])]]).json.error == 'NOT_ACTIVE_LINE'
        !status(LINE: line).CONFIGURED

        when: "an employee still writes there"
        portal.operator(result.session.CHAT_ID, 2, 'say', [text: 'too late'])
        portal.settle()

        then: "it stays inside"
        app.named('OnImConnectorMessageAdd').every { !it.toString().contains('too late') }
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
