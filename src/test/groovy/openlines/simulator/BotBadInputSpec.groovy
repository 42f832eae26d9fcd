package openlines.simulator

import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Good calls of the bot platform with one parameter spoiled: an error in words, or a good answer, and never a 5xx. */
class BotBadInputSpec extends Specification {

    static final List NONSENSE = [null, '', ' ', [], [:], [[[]]], [a: [b: 1]], 'x' * 30_000, -1, 0, 1.5, 9223372036854775807, '9223372036854775808',
                                  '9' * 400, true, '\u0000\uD800', 'chat', 'chat9223372036854775808', '[1', '{"BUTTONS":5}', ['0': 'x', '1': null]]

    @AutoCleanup @Shared BotStage stage = new BotStage()

    def "#method"() {
        given:
        stage.setUp()
        def good = BotGood.PARAMS[method].call(stage)
        def nested = ['fields', 'FIELDS', 'PROPERTIES', 'filter', 'order']
        def spoiled = good.keySet().collectMany { key ->
            def whole = NONSENSE.collect { good + [(key): it] }
            key in nested && good[key] instanceof Map ? whole + good[key].keySet().collectMany { inner ->
                NONSENSE.collect { good + [(key): good[key] + [(inner): it]] }
            } : whole
        }

        expect:
        spoiled.collect { params -> [params, stage.portal.rest(method, params)] }
                .findAll { it[1].status >= 500 || (it[1].status >= 400 && !it[1].json?.error) }
                .collect { "${it[0].toString().take(300)}: ${it[1].status} ${it[1].text}" } == []

        and: "the portal is still there, and whole"
        stage.portal.control('GET', 'chats').every { stage.portal.control('GET', "chats/$it.id").id == it.id }
        stage.portal.control('GET', 'snapshot').now

        where:
        method << BotGood.PARAMS.keySet()
    }

    def "the control face refuses nonsense in words: #path #body"() {
        given:
        stage.setUp()

        when:
        def answer = stage.portal.tryControl('POST', path.replace('CHAT', "$stage.chatId"), body)

        then:
        answer.status in 400..499
        answer.json.error

        where:
        path                  | body
        'chats/99999/press'   | [messageId: 1, button: 0]
        'chats/CHAT/press'    | [messageId: 99999, button: 0]
        'chats/CHAT/press'    | [:]
        'chats/CHAT/press'    | [userId: 99999, messageId: 1]
        'chats/CHAT/choose'   | [userId: 2, messageId: 99999, item: 0]
        'chats/CHAT/command'  | [command: '']
        'chats/CHAT/command'  | [command: [1], userId: 'x']
        'chats/CHAT/context'  | [botId: 99999]
        'chats/CHAT/react'    | [messageId: 99999]
        'chats/CHAT/edit'     | [messageId: 99999, text: 'x']
        'chats/CHAT/remove'   | [:]
        'customers/99999/press' | [messageId: 1, button: 0]
    }
}
