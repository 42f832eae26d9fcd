package openlines.simulator

/** Whom a line asks, in which order, and for how long. */
class QueueRulesSpec extends LineRules {

    private List<Long> offers(int count) { (1..count).collect { session(newChat("C$it")).operator } }

    def "evenly: each dialog goes to whoever has the fewest"() {
        expect:
        offers(6) == [2, 3, 4, 2, 3, 4]
    }

    def "evenly: an operator with less to do is asked before his turn"() {
        given:
        def chats = (1..3).collect { newChat("C$it") }
        portal.operator(chats[1], 3, 'answer')
        portal.operator(chats[1], 3, 'finish')

        expect:
        session(newChat('Next')).operator == 3
    }

    def "strictly: the first of the queue is asked first, always"() {
        given:
        portal.line(1, [QUEUE_TYPE: 'strictly', QUEUE_TIME: 30])

        expect:
        offers(3) == [2, 2, 2]
    }

    def "who does not answer in QUEUE_TIME loses the dialog to the next, round and round"() {
        given:
        portal.line(1, [QUEUE_TYPE: 'strictly', QUEUE_TIME: 30])
        def chat = newChat()

        expect:
        [2, 3, 4, 2, 3].every { expected ->
            def asked = session(chat).operator
            portal.advance('PT30S')
            asked == expected
        }
    }

    def "all: everybody is asked at once, and who answers first has it"() {
        given:
        portal.line(1, [QUEUE_TYPE: 'all'])
        def chat = newChat()

        expect:
        session(chat).offeredToAll
        portal.chat(chat).members.findAll { it.kind == 'employee' }*.id == [2, 3, 4]

        when:
        portal.operator(chat, 4, 'answer')

        then:
        session(chat).with { it.operator == 4 && it.stage == 'ANSWERED' }
        portal.chat(chat).members.findAll { it.kind == 'employee' }*.id == [4]
    }

    def "a department stands in the queue for its people"() {
        given:
        portal.line(1, [QUEUE: [[ENTITY_TYPE: 'department', ENTITY_ID: 3], [ENTITY_TYPE: 'user', ENTITY_ID: 2]]])

        expect:
        offers(5) == [5, 6, 7, 8, 2]
    }

    def "CHECK_AVAILABLE asks only who is online, and waits for somebody to come"() {
        given:
        portal.line(1, [CHECK_AVAILABLE: 'Y'])
        portal.presence(2, 'offline')
        portal.presence(3, 'away')
        portal.presence(4, 'offline')
        def chat = newChat()

        expect:
        session(chat).with { it.stage == 'QUEUE' && it.operator == 0 }

        when:
        portal.presence(3, 'online')

        then:
        session(chat).operator == 3
    }

    def "a dismissed operator is never asked, and what he had goes on"() {
        given:
        def chat = newChat()
        portal.operator(chat, 2, 'answer')

        when:
        portal.presence(2, 'dismissed')

        then:
        session(chat).with { it.stage == 'QUEUE' && it.operator == 3 }
        !offers(4).contains(2)
    }

    def "MAX_CHAT with #type: a second dialog is #second while the first is #first"() {
        given:
        portal.line(1, [QUEUE: [[ENTITY_TYPE: 'user', ENTITY_ID: 2]], MAX_CHAT: 1, TYPE_MAX_CHAT: type, FULL_CLOSE_TIME: 10])
        def chat = newChat()
        if (first != 'new') portal.operator(chat, 2, 'answer')
        if (first == 'finished') portal.operator(chat, 2, 'finish')

        expect:
        session(newChat('Second')).operator == (second == 'offered' ? 2 : 0)

        where:
        type           | first      || second
        'answered'     | 'new'      || 'offered'
        'answered'     | 'answered' || 'kept waiting'
        'answered_new' | 'new'      || 'kept waiting'
        'answered_new' | 'finished' || 'offered'
        'closed'       | 'finished' || 'kept waiting'
    }

    def "what waits is distributed by the line's priority, then by age"() {
        given: "one operator for two lines, and he has his hands full"
        def vip = portal.control('POST', 'lines', [LINE_NAME: 'VIP', SESSION_PRIORITY: 10, WELCOME_MESSAGE: 'N', VOTE_MESSAGE: 'N',
                QUEUE: [[ENTITY_TYPE: 'user', ENTITY_ID: 2]], CHECK_AVAILABLE: 'Y', QUEUE_TIME: 0, NO_ANSWER_TIME: 0]).ID as long
        portal.line(1, [QUEUE: [[ENTITY_TYPE: 'user', ENTITY_ID: 2]], CHECK_AVAILABLE: 'Y', MAX_CHAT: 1])
        portal.line(vip, [MAX_CHAT: 1])
        portal.presence(2, 'offline')
        def older = newChat('Older')
        def young = newChat('Younger')
        def important = portal.say(portal.customer(name: 'Vip', line: vip), 'hello').chatId
        def stream = portal.control('GET', 'chats').size()

        when:
        portal.presence(2, 'online')

        then: "each line counts its own dialogs"
        stream == 3
        session(important).operator == 2
        session(older).operator == 2
        session(young).operator == 0
    }

    def "who gives a dialog away by #how has room for what waits"() {
        given:
        def other = portal.control('POST', 'lines', [LINE_NAME: 'Other', QUEUE: [[ENTITY_TYPE: 'user', ENTITY_ID: 7]]]).ID as long
        portal.line(1, [QUEUE: [[ENTITY_TYPE: 'user', ENTITY_ID: 2]], MAX_CHAT: 1])
        def first = newChat('First')
        portal.operator(first, 2, 'answer')
        def second = newChat('Second')
        assert session(second).operator == 0

        when:
        portal.operator(first, 2, 'transfer', to.call(other))

        then:
        session(second).operator == 2

        where:
        how                        | to
        'a transfer to a colleague' | { [USER_ID: 5] }
        'a transfer to a line'      | { [QUEUE_ID: it] }
    }

    def "a dialog that is passed on does not close by itself while it waits"() {
        given:
        portal.line(1, [AUTO_CLOSE_TIME: 60])
        def chat = newChat()
        portal.operator(chat, 2, 'answer')
        portal.operator(chat, 2, 'skip')

        when:
        portal.advance('PT1H')

        then:
        session(chat).with { it.stage == 'QUEUE' && it.operator == 3 }
    }
}
