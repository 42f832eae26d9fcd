package openlines.simulator.connector

/** What a connector's options change. */
class ConnectorOptionsSpec extends ConnectorCase {

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
        portal.control('POST', "chats/$chat.id/edit", [messageId: message.id, text: 'two'])
        portal.control('POST', "chats/$chat.id/remove", [messageId: message.id, complete: true])
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

    def "NEWSLETTER #option: a newsletter #reaches the channel's customers, and those of built-in channels anyway"() {
        given:
        app.connect(1, option == 'not given' ? [:] : [NEWSLETTER: option == 'on'])
        def ours = send().session.CHAT_ID as int
        def widget = portal.say(portal.customer(connector: 'livechat'), 'hello').chatId
        portal.customer(name: 'Has never written')

        when:
        def sent = portal.control('POST', 'newsletters', [text: 'Summer sale', userId: 2])
        portal.settle()

        then:
        sent.chats as Set == (reaches == 'reaches' ? [ours, widget] : [widget]) as Set
        portal.texts(widget).last() == 'Summer sale'
        (portal.texts(ours).last() == 'Summer sale') == (reaches == 'reaches')
        app.texts.any { it.contains('Summer sale') } == (reaches == 'reaches')

        where:
        option      || reaches
        'not given' || 'reaches'
        'on'        || 'reaches'
        'off'       || 'does not reach'
    }

    def "a newsletter needs words and an employee: #given"() {
        expect:
        portal.tryControl('POST', 'newsletters', given).status == status
        where:
        given                       || status
        [text: ' ']                 || 400
        [text: 'x', userId: 99999]  || 404
    }
}
