package openlines.simulator.connector

import com.fasterxml.jackson.databind.ObjectMapper

/** A connector's life: registered, set up, remembered, taken away. */
class ConnectorLifeSpec extends ConnectorCase {

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

    def "the portal remembers its connectors over a snapshot"() {
        given:
        app.connect()
        def chat = answered(send(id: 'm1', text: 'one'))
        def message = say(chat, 'answer')
        def snapshot = portal.control('GET', 'snapshot') as Map
        portal.control('POST', 'reset')

        when:
        portal.control('PUT', 'snapshot', snapshot)
        portal.control('POST', "chats/$chat.id/edit", [messageId: message.id, text: 'better'])
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
}
