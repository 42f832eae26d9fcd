package openlines.simulator.connector

import openlines.simulator.Portal
import spock.lang.AutoCleanup
import spock.lang.Specification

/** The seven events of connectors, field by field as the contract has them. */
class ConnectorEventsSpec extends Specification {

    @AutoCleanup Portal portal = new Portal()
    @AutoCleanup ConnectorApp app = new ConnectorApp(portal).connect()

    Map only(String name) {
        portal.settle()
        def found = app.named(name)
        assert found.size() == 1: app.events*.event
        found[0]
    }

    /** Every documented field is there in its documented form, and no other. */
    void conforms(Map event, String name) {
        def page = ConnectorContract.EVENTS[name]
        def posted = event.findAll { it.key != 'auth' }
        assert ConnectorContract.faults([type: 'object', fields: page.payload.findAll { it.key != 'auth' }], posted, true, name, []) == []
        assert ConnectorContract.faults(page.payload.auth as Map, event.auth, true, "${name}.auth", []) == []
        assert event.event == page.code
        assert event.ts == "${Portal.MONDAY_NOON.epochSecond}".toString()
        assert event.auth.application_token == app.app.applicationToken
    }

    Map answered(Map result) {
        portal.settle()
        def operator = portal.chat(result.session.CHAT_ID).session.operator
        portal.operator(result.session.CHAT_ID, operator, 'answer')
        [id: result.session.CHAT_ID, operator: operator]
    }

    def "OnImConnectorMessageAdd: what an operator says, signed, with the operator's own tokens"() {
        given:
        def chat = answered(app.send([:]))
        app.events.clear()

        when:
        portal.operator(chat.id, chat.operator, 'say', [text: 'Guten Tag!'])
        def event = only('OnImConnectorMessageAdd')
        def said = "${portal.chat(chat.id).messages.last().id}".toString()

        then:
        conforms(event, 'OnImConnectorMessageAdd')
        event.data.CONNECTOR == 'myconnector'
        event.data.LINE == '1'
        event.data.MESSAGES.keySet() == ['0'] as Set
        with(event.data.MESSAGES['0']) {
            it.im.chat_id == chat.id
            it.im.message_id == said
            it.message == [user_id: '2', text: '[b]Anna Fischer:[/b] [br]Guten Tag!']
            it.chat == [id: 'channel-123']
        }
        event.auth.user_id == '2'
        event.auth.access_token
    }

    def "OnImConnectorMessageUpdate: the ids that the connector confirmed, and the new text"() {
        given:
        def chat = answered(app.send([:]))
        portal.operator(chat.id, chat.operator, 'say', [text: 'Guten Tag!'])
        portal.settle()
        def message = portal.chat(chat.id).messages.last()

        when:
        portal.control('POST', "chats/$chat.id/edit", [messageId: message.id, text: 'What questions do you have?'])
        def event = only('OnImConnectorMessageUpdate')

        then:
        conforms(event, 'OnImConnectorMessageUpdate')
        event.data.MESSAGES == ['0': [im: [chat_id: chat.id, message_id: "$message.id".toString()],
                                      message: [id: ['0': app.channel.keySet().first()], text: '[b]Anna Fischer:[/b][br] What questions do you have?'],
                                      chat: [id: 'channel-123']]]
        app.channel.values()*.text == ['[b]Anna Fischer:[/b][br] What questions do you have?']
    }

    def "OnImConnectorMessageDelete: a plain id"() {
        given:
        def chat = answered(app.send([:]))
        portal.operator(chat.id, chat.operator, 'say', [text: 'Guten Tag!'])
        portal.settle()
        def message = portal.chat(chat.id).messages.last()
        def outside = app.channel.keySet().first()

        when:
        portal.control('POST', "chats/$chat.id/remove", [messageId: message.id, complete: true])
        def event = only('OnImConnectorMessageDelete')

        then:
        conforms(event, 'OnImConnectorMessageDelete')
        event.data.MESSAGES['0'] == [im: [chat_id: chat.id, message_id: "$message.id".toString()], message: [id: outside], chat: [id: 'channel-123']]
        app.channel.isEmpty()
    }

    def "OnImConnectorDialogStart and OnImConnectorDialogFinish: eventId, the line as a text, closed N and Y"() {
        given:
        def result = app.send(user: '42', chat: '8')

        when:
        def start = only('OnImConnectorDialogStart')
        def chat = answered(result)
        portal.operator(chat.id, chat.operator, 'finish')
        def finish = only('OnImConnectorDialogFinish')

        then:
        conforms(start, 'OnImConnectorDialogStart')
        conforms(finish, 'OnImConnectorDialogFinish')
        start.data.CONNECTOR == 'myconnector'
        start.data.DATA['0'] == [connector: [connector_id: 'myconnector', line_id: '1', chat_id: '8', user_id: '42'],
                                 session: [id: result.session.ID, closed: 'N', parent_id: '0', close_term: '10'],
                                 chat: [id: chat.id], user: [id: '42']]
        finish.data.DATA['0'].session.closed == 'Y'
        !start.containsKey('event_handler_id')
    }

    def "the next session names the one before"() {
        given:
        def first = app.send(user: '42', chat: '8')
        def chat = answered(first)
        portal.line(1, [FULL_CLOSE_TIME: '0', VOTE_MESSAGE: 'N'])
        portal.operator(chat.id, chat.operator, 'finish')
        portal.settle()
        app.events.clear()

        when:
        def second = app.send(user: '42', chat: '8', text: 'again')

        then:
        only('OnImConnectorDialogStart').data.DATA['0'].session == [id: second.session.ID, closed: 'N', parent_id: first.session.ID, close_term: '0']
        second.session.CHAT_ID == first.session.CHAT_ID
    }

    def "OnImConnectorStatusDelete: two keys in lower case, when the connector is switched off, by whomever, once"() {
        when:
        app.does('imconnector.activate', [CONNECTOR: 'myconnector', LINE: 1, ACTIVE: '0'])
        app.does('imconnector.activate', [CONNECTOR: 'myconnector', LINE: 1, ACTIVE: ''])
        def event = only('OnImConnectorStatusDelete')

        then:
        conforms(event, 'OnImConnectorStatusDelete')
        event.data == [connector: 'myconnector', line: '1']

        when:
        app.does('imconnector.activate', [CONNECTOR: 'myconnector', LINE: 1, ACTIVE: '1'])
        portal.control('POST', 'connectors/myconnector/lines/1', [active: false])
        portal.settle()

        then:
        app.named('OnImConnectorStatusDelete').size() == 2
    }

    def "OnImConnectorLineDelete: the line as bare data"() {
        given:
        def line = portal.call('imopenlines.config.add', [PARAMS: [LINE_NAME: 'Second']])

        when:
        portal.call('imopenlines.config.delete', [CONFIG_ID: line])
        def event = only('OnImConnectorLineDelete')

        then:
        conforms(event, 'OnImConnectorLineDelete')
        event.data == "$line"
    }

    def "nothing is raised by what comes in, and nobody hears of another application's connector"() {
        given:
        def stranger = new ConnectorApp(portal, 'stranger').connect()

        when:
        app.send([:])
        app.does('imconnector.update.messages', [CONNECTOR: 'myconnector', LINE: 1, MESSAGES: [ConnectorApp.message(text: 'changed')]])
        app.does('imconnector.delete.messages', [CONNECTOR: 'myconnector', LINE: 1, MESSAGES: [ConnectorApp.message([:])]])
        portal.settle()

        then:
        app.events*.event == ['ONIMCONNECTORDIALOGSTART']
        stranger.events.isEmpty()

        cleanup:
        stranger.close()
    }

    def "no user, no tokens: what the line itself says"() {
        given:
        portal.line(1, [WELCOME_MESSAGE: 'Y', WELCOME_MESSAGE_TEXT: 'Welcome to the shop'])

        when:
        app.send([:])
        def event = only('OnImConnectorMessageAdd')

        then:
        conforms(event, 'OnImConnectorMessageAdd')
        event.data.MESSAGES['0'].message == [user_id: '0', text: 'Welcome to the shop']
        !event.auth.containsKey('access_token')
        event.auth.application_token
    }

    def "nothing is sent before the installation is finished"() {
        given:
        def raw = portal.control('POST', 'apps', [scope: ['imopenlines', 'imconnector'], userId: 1])
        def rest = { String method, Map params -> portal.send('POST', "$portal.url/rest/$method", params + [auth: raw.auth.access_token]).json.result }
        rest('imconnector.register', app.registration(ID: 'early'))
        rest('event.bind', [event: 'OnImConnectorDialogStart', handler: app.url])
        rest('imconnector.activate', [CONNECTOR: 'early', LINE: 1, ACTIVE: 1])
        rest('imconnector.connector.data.set', [CONNECTOR: 'early', LINE: 1, DATA: [ID: '1']])
        def send = { rest('imconnector.send.messages', [CONNECTOR: 'early', LINE: 1, MESSAGES: [ConnectorApp.message(user: it)]]) }

        when:
        send('one')
        portal.settle()

        then:
        app.events.isEmpty()

        when:
        portal.control('POST', "apps/$raw.clientId/install", [:])
        send('two')
        portal.settle()

        then:
        app.events*.event == ['ONIMCONNECTORDIALOGSTART']
    }
}
