package openlines.simulator

import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** The invariants see what they are there to see: a snapshot spoiled by hand is told. */
class InvariantsSpec extends Specification {

    @Shared @AutoCleanup Portal portal = new Portal()
    @Shared Map whole
    @Shared long held, asked, closed

    def setupSpec() {
        portal.line(1, [QUEUE_TIME: 60, VOTE_MESSAGE: 'N', MAX_CHAT: 5, FULL_CLOSE_TIME: 0])
        def chats = (1..3).collect { portal.say(portal.customer(name: "C$it"), 'hello').chatId }
        [chats[0], chats[2]].each { portal.operator(it, portal.chat(it).session.operator, 'answer') }
        portal.operator(chats[2], portal.chat(chats[2]).session.operator, 'finish')
        (held, asked, closed) = chats.collect { portal.chat(it).session.id as long }
        whole = portal.control('GET', 'snapshot') as Map
    }

    private static Map copy(Map snapshot) { Portal.JSON.readValue(Portal.JSON.writeValueAsString(snapshot), Map) }

    def "a portal that nobody spoiled is whole"() {
        expect:
        Invariants.broken(whole) == []
    }

    def "#what is told"() {
        given:
        def spoiled = copy(whole)
        spoil.call(spoiled, this)

        expect:
        Invariants.broken(spoiled).any { it.contains(words) }

        where:
        what                                | words                        | spoil
        'a session held by nobody'          | 'held by nobody'             | { s, t -> s.sessions.items["$t.held"].operator = 0 }
        'a holder who is not there'         | 'who is not in the chat'     | { s, t -> s.sessions.items["$t.held"].operator = 7 }
        'an offer to somebody elsewhere'    | 'is offered to 7'            | { s, t -> s.sessions.items["$t.asked"].operator = 7 }
        'two sessions at a time'            | 'sessions at a time'         | { s, t -> s.sessions.items["$t.asked"].chatId = s.sessions.items["$t.held"].chatId }
        'an old session that goes on'       | 'goes on in an old session'  | { s, t -> s.sessions.items["$t.closed"].chatId = s.sessions.items["$t.held"].chatId }
        'a closed session without a time'   | 'with the closing time'      | { s, t -> s.sessions.items["$t.closed"].closed = null }
        'a customer who waits after the end' | 'waits after its end'       | { s, t -> s.sessions.items["$t.closed"].waiting = true }
        'a timer of a closed session'       | 'has the timer'              | { s, t -> s.agenda.alarms.find { it.kind == 'line.queue-time' }.subject = t.closed }
        'a timer of no session'             | 'which is not there'         | { s, t -> s.agenda.alarms.find { it.kind == 'line.queue-time' }.subject = 9999 }
        'a timer that did not ring'         | 'overdue'                    | { s, t -> s.now = '2027-01-01T00:00:00Z' }
        'an offer without an end'           | 'offered without an end'     | { s, t -> s.agenda.alarms.removeIf { it.kind == 'line.queue-time' } }
        'a dialog forgotten in the queue'   | 'waits while'                | { s, t -> s.sessions.items["$t.asked"].operator = 0 }
        'a message without a chat'          | 'has no chat'                | { s, t -> s.messages.items.values()[0].chatId = 5 }
        'a message of nobody'               | 'is by nobody'               | { s, t -> s.messages.items.values()[0].authorId = 5555 }
        "a message in another's session"    | "in another chat's session"  | { s, t -> s.messages.items.values()[0].sessionId = t.closed }
        'an id that would be given again'   | 'would give an id again'     | { s, t -> s.messages.next = 80_001 }
        'a later id with an earlier time'   | 'do not grow with time'      | { s, t -> s.messages.items.values()[0].date = '2027-01-01T00:00:00Z' }
    }
}
