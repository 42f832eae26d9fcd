package openlines.simulator

/** What operators do with dialogs by method. */
class OperatorMethodsSpec extends LineRules {

    def "skip passes on, spam ends, another's dialog is another method's"() {
        given:
        def chat = newChat()

        when:
        portal.operator(chat, 2, 'skip')

        then:
        session(chat).operator == 3

        when:
        portal.operator(chat, 3, 'answer')
        def anothers = portal.rest('imopenlines.operator.finish', [CHAT_ID: chat])

        then:
        anothers.json.error == 'ACCESS_DENIED'

        when:
        portal.call('imopenlines.operator.another.finish', [CHAT_ID: chat])

        then:
        !session(chat).open

        when:
        def junk = newChat('Spammer')
        portal.operator(junk, session(junk).operator, 'spam')

        then:
        session(junk).with { it.spam && it.stage == 'CLOSED' }
    }

    def "an employee who is asked and just writes has answered"() {
        given:
        def chat = newChat()

        when:
        portal.rest('im.message.add', [DIALOG_ID: "chat$chat", MESSAGE: 'Hi!'], portal.webhookOf(2))

        then:
        session(chat).with { it.stage == 'ANSWERED' && it.operator == 2 && !it.waiting }
    }

    def "pinning, rating by a supervisor, silent mode, starting by hand"() {
        given:
        def chats = (1..2).collect { newChat("C$it") }
        chats.each { portal.operator(it, 2, 'intercept') }
        def anna = portal.webhookOf(2)

        expect:
        portal.rest('imopenlines.session.mode.pinAll', [:], anna).json.result as Set == chats.collect { session(it).id } as Set
        portal.rest('imopenlines.session.mode.pinAll', [:], anna).json.result == []
        portal.rest('imopenlines.session.mode.unpinAll', [:], anna).json.result.size() == 2

        when:
        portal.call('imopenlines.session.head.vote', [SESSION_ID: session(chats[0]).id, RATING: 4, COMMENT: 'fine'])
        portal.call('imopenlines.session.mode.silent', [CHAT_ID: chats[0], ACTIVATE: 'Y'])
        def history = portal.call('imopenlines.session.history.get', [SESSION_ID: session(chats[0]).id])

        then:
        history.sessionVoteHead == 4
        history.sessionCommentHead == 'fine'
        history.chat["${chats[0]}"].entityData3 == 'Y'

        when:
        def before = session(chats[1]).id
        portal.rest('imopenlines.session.start', [CHAT_ID: chats[1]], anna)

        then:
        session(chats[1]).with { it.id > before && it.parentId == before && it.operator == 2 }
    }

    def "the Network: joined once, one message a week for each user"() {
        given:
        def code = 'ab515f5d85a8b844d484f6ea75a2e494'
        def send = { portal.rest('imopenlines.network.message.add', [CODE: code, USER_ID: 2, MESSAGE: 'news']).json }

        expect:
        portal.call('imopenlines.network.join', [CODE: code]) == portal.call('imopenlines.network.join', [CODE: code])
        send().result == true
        send().error == 'USER_MESSAGE_LIMIT'

        when:
        portal.advance('P7D')

        then:
        send().result == true
    }
}
