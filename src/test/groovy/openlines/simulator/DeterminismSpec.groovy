package openlines.simulator

import spock.lang.AutoCleanup
import spock.lang.Specification

class DeterminismSpec extends Specification {

    @AutoCleanup Portal portal = new Portal()
    Object empty

    /** What somebody could do next; ids are drawn from what there is. */
    private void act(Random random, List<Map> customers) {
        def chats = { portal.control('GET', 'chats').findAll { it.type == 'lines' }*.id }
        def anyOf = { list -> list.empty ? 0 : list[random.nextInt(list.size())] }
        switch (random.nextInt(12)) {
            // few enough that they come back, and rate what was finished
            case 0: if (customers.size() < 20) customers << portal.customer(name: "C${customers.size()}", connector: anyOf(['livechat', 'telegrambot'])); break
            case [1, 2, 3]: if (customers) portal.say(anyOf(customers) as Map, anyOf(['hello', '1', '0', 'help me'])); break
            case 4: portal.tryControl('POST', "chats/${anyOf(chats())}/operators/${2 + random.nextInt(3)}/answer", [:]); break
            case 5: portal.tryControl('POST', "chats/${anyOf(chats())}/operators/${2 + random.nextInt(3)}/${anyOf(['finish', 'skip', 'spam', 'intercept', 'start', 'join'])}", [:]); break
            case 6: portal.tryControl('POST', "chats/${anyOf(chats())}/operators/${2 + random.nextInt(3)}/say", [text: 'yes']); break
            case 7: portal.rest('imopenlines.bot.session.operator', [CHAT_ID: anyOf(chats())]); break
            case 8: portal.rest(anyOf(['imopenlines.bot.session.finish', 'imopenlines.bot.session.transfer']) as String,
                    [CHAT_ID: anyOf(chats()), USER_ID: 2 + random.nextInt(7), CLIENT_ID: 't']); break
            case 9: portal.advance("PT${random.nextInt(900)}S"); break
            case 10: portal.presence(2 + random.nextInt(3), anyOf(['online', 'away', 'offline']) as String); break
            default: portal.tryControl('POST', "chats/${anyOf(chats())}/operators/2/transfer", anyOf([[USER_ID: 5], [QUEUE_ID: 1], [USER_ID: 3]]) as Map)
        }
    }

    private void begin() {
        portal.control('PUT', 'snapshot', empty as Map)
        def bot = portal.call('imbot.v2.Bot.register', [fields: [code: 'b', botToken: 't', properties: [name: 'B'], type: 'openline']]).bot.id
        portal.line(1, [WELCOME_BOT_ENABLE: 'Y', WELCOME_BOT_ID: bot, WELCOME_BOT_TIME: 120, QUEUE_TIME: 60, NO_ANSWER_TIME: 90,
                NO_ANSWER_RULE: 'text', NO_ANSWER_TEXT: 'busy', CHECK_AVAILABLE: 'Y', MAX_CHAT: 3, AUTO_CLOSE_TIME: 1800,
                VOTE_TIME_LIMIT: 300, CRM: 'Y', CRM_CREATE: 'lead', KPI_FIRST_ANSWER_TIME: 60])
    }

    private String run(Portal at, long seed, int commands) {
        portal = at
        empty = at.control('GET', 'snapshot')
        begin()
        def random = new Random(seed)
        def customers = []
        commands.times { act(random, customers) }
        at.send('GET', "$at.url/simulator/snapshot", null).text
    }

    def "the same 5,000 commands at two portals of one seed leave the same, byte for byte"() {
        given:
        def one = new Portal()
        def other = new Portal()

        when:
        def left = run(one, 42, 5_000)
        def sessions = (Portal.JSON.readValue(left, Map).sessions.items as Map).values()

        then: "there is something to compare"
        sessions.size() > 50
        sessions.count { it.everAnswered } > 20
        ['autoClosed', 'spam', 'parentId', 'noAnswerTold'].every { what -> sessions.any { it[what] } }
        sessions.any { it.vote >= 0 }

        and:
        left == run(other, 42, 5_000)

        cleanup:
        [one, other]*.close()
    }

    def "other commands leave another portal"() {
        expect:
        run(portal, 42, 100) != run(portal, 43, 100)
    }

    def "whatever people do, the line keeps its word"() {
        given:
        def broken = []
        empty = portal.control('GET', 'snapshot')

        when:
        1_000.times { seed ->
            begin()
            def random = new Random(seed)
            def customers = []
            (5 + random.nextInt(31)).times { act(random, customers) }
            def problems = Invariants.broken(portal.control('GET', 'snapshot') as Map)
            if (problems) broken << "seed $seed: $problems"
        }

        then:
        broken.join('\n') == ''
    }
}
