package openlines.simulator

/** How dialogs end: by hand, by themselves, with a rating. */
class ClosingRulesSpec extends LineRules {

    def "a finished dialog is closed for good after FULL_CLOSE_TIME; until then the customer's word opens it again"() {
        given:
        portal.line(1, [FULL_CLOSE_TIME: 10, CLOSE_RULE: 'text', CLOSE_TEXT: 'Goodbye.'])
        def klara = portal.customer()
        def chat = portal.say(klara, 'hello').chatId
        portal.operator(chat, 2, 'answer')
        def id = session(chat).id

        when:
        portal.operator(chat, 2, 'finish')

        then:
        session(chat).with { it.stage == 'CLOSING' && !it.open }
        portal.texts(chat)[-1] == 'Goodbye.'

        when:
        portal.advance('PT9M')
        portal.say(klara, 'one more thing')

        then:
        session(chat).with { it.id == id && it.stage == 'ANSWERED' && it.operator == 2 }

        when:
        portal.operator(chat, 2, 'finish')
        portal.advance('PT10M')
        portal.say(klara, 'hello again')

        then:
        session(chat).with { it.id > id && it.parentId == id }
    }

    def "an idle dialog closes by itself, and comes back within AUTO_EXPIRE_TIME"() {
        given:
        portal.line(1, [AUTO_CLOSE_TIME: 3600, AUTO_CLOSE_RULE: 'text', AUTO_CLOSE_TEXT: 'Closed.', AUTO_EXPIRE_TIME: 86400])
        def klara = portal.customer()
        def chat = portal.say(klara, 'hello').chatId
        portal.operator(chat, 2, 'answer')
        portal.operator(chat, 2, 'say', [text: 'Yes?'])
        def id = session(chat).id

        when:
        portal.advance('PT59M')
        portal.say(klara, 'hm')
        portal.advance('PT59M')

        then: "each word begins the time anew"
        session(chat).open

        when:
        portal.advance('PT1M')

        then:
        session(chat).stage == 'CLOSED'
        portal.texts(chat)[-1] == 'Closed.'

        when:
        portal.advance(later)
        portal.say(klara, 'back')

        then:
        (session(chat).id == id) == same

        where:
        later    || same
        'PT23H'  || true
        'PT25H'  || false
    }

    def "#channel: the customer is asked for a rating in its own words, and answers with one"() {
        given:
        portal.line(1, [VOTE_MESSAGE: 'Y', FULL_CLOSE_TIME: 10, VOTE_MESSAGE_1_TEXT: 'Rate us', VOTE_MESSAGE_2_TEXT: 'Send 1 or 0',
                VOTE_MESSAGE_1_LIKE: 'Thanks (widget)', VOTE_MESSAGE_2_DISLIKE: 'Sorry (channel)', CLOSE_RULE: 'text', CLOSE_TEXT: 'Bye',
                VOTE_BEFORE_FINISH: before])
        def klara = portal.customer(connector: channel)
        def chat = portal.say(klara, 'hello').chatId
        portal.operator(chat, 2, 'answer')

        when:
        portal.operator(chat, 2, 'finish')
        portal.say(klara, vote)

        then:
        portal.texts(chat) == texts
        session(chat).with { it.vote == (vote as int) && it.stage == 'CLOSED' }

        where:
        channel       | before | vote || texts
        'livechat'    | 'N'    | '1'  || ['hello', 'Bye', 'Rate us', '1', 'Thanks (widget)']
        'telegrambot' | 'N'    | '0'  || ['hello', 'Bye', 'Send 1 or 0', '0', 'Sorry (channel)']
        'livechat'    | 'Y'    | '1'  || ['hello', 'Rate us', '1', 'Thanks (widget)', 'Bye']
    }

    def "no rating within VOTE_TIME_LIMIT: the dialog closes without"() {
        given:
        portal.line(1, [VOTE_MESSAGE: 'Y', VOTE_TIME_LIMIT: 120, VOTE_BEFORE_FINISH: 'Y', CLOSE_RULE: 'text', CLOSE_TEXT: 'Bye', VOTE_MESSAGE_1_TEXT: 'Rate us'])
        def chat = newChat()
        portal.operator(chat, 2, 'answer')
        portal.operator(chat, 2, 'finish')

        when:
        portal.advance('PT2M')

        then:
        session(chat).with { it.stage == 'CLOSED' && it.vote == -1 }
        portal.texts(chat) == ['hello', 'Rate us', 'Bye']
    }

    def "VOTE_CLOSING_DELAY keeps a rated dialog open to the customer until FULL_CLOSE_TIME"() {
        given:
        portal.line(1, [VOTE_MESSAGE: 'Y', VOTE_CLOSING_DELAY: delay, FULL_CLOSE_TIME: 10])
        def klara = portal.customer()
        def chat = portal.say(klara, 'hello').chatId
        portal.operator(chat, 2, 'answer')
        portal.operator(chat, 2, 'finish')
        portal.say(klara, '1')

        expect:
        session(chat).stage == stage

        where:
        delay || stage
        'N'   || 'CLOSED'
        'Y'   || 'CLOSING'
    }

    def "closing rules bring the bot that is set for them"() {
        given:
        def id = bot([WELCOME_BOT_ENABLE: 'N', FULL_CLOSE_TIME: 10])
        portal.line(1, [CLOSE_BOT_ID: id])
        def chat = newChat()
        portal.operator(chat, 2, 'answer')

        when:
        portal.operator(chat, 2, 'finish')

        then:
        portal.chat(chat).members.any { it.id == id }
    }

    def "#how: the form that is set for it comes"() {
        given:
        portal.line(1, [CLOSE_FORM_ID: 7, AUTO_CLOSE_FORM_ID: 8, AUTO_CLOSE_TIME: 60, AUTO_EXPIRE_TIME: 0])
        def chat = newChat()
        portal.operator(chat, 2, 'answer')

        when:
        end.call(portal, chat)

        then:
        portal.texts(chat) == ['hello', "Please fill in the form: $portal.url/crm/form/$form/"]

        where:
        how                | end                                    || form
        'closed by hand'   | { p, c -> p.operator(c, 2, 'finish') } || 7
        'closed by itself' | { p, c -> p.advance('PT1M') }          || 8
    }

    def "#how: the bot that is set for it comes and holds the dialog"() {
        given:
        def id = bot([WELCOME_BOT_ENABLE: 'N', AUTO_CLOSE_TIME: 60, AUTO_EXPIRE_TIME: 0])
        portal.line(1, [CLOSE_BOT_ID: id, AUTO_CLOSE_BOT_ID: id])
        def chat = newChat()
        portal.operator(chat, 2, 'answer')

        when:
        end.call(portal, chat)

        then:
        joins(chat) == [id]
        session(chat).stage == 'BOT'

        where:
        how                | end
        'closed by hand'   | { p, c -> p.operator(c, 2, 'finish') }
        'closed by itself' | { p, c -> p.advance('PT1M') }
    }

    /** Bots that are in the chat now. */
    private List<Long> joins(chat) { portal.chat(chat).members.findAll { it.kind == 'bot' }*.id }

    def "#channel: a #vote is answered with the line's words for it"() {
        given:
        portal.line(1, [VOTE_MESSAGE: 'Y', FULL_CLOSE_TIME: 10, VOTE_MESSAGE_1_TEXT: 'Q1', VOTE_MESSAGE_2_TEXT: 'Q2',
                VOTE_MESSAGE_1_LIKE: 'L1', VOTE_MESSAGE_1_DISLIKE: 'D1', VOTE_MESSAGE_2_LIKE: 'L2', VOTE_MESSAGE_2_DISLIKE: 'D2'])
        def klara = portal.customer(connector: channel)
        def chat = portal.say(klara, 'hello').chatId
        portal.operator(chat, 2, 'answer')
        portal.operator(chat, 2, 'finish')
        portal.say(klara, vote)

        expect:
        portal.texts(chat)[-3..-1] == [question, vote, answer]

        where:
        channel       | vote || question | answer
        'livechat'    | '1'  || 'Q1'     | 'L1'
        'livechat'    | '0'  || 'Q1'     | 'D1'
        'telegrambot' | '1'  || 'Q2'     | 'L2'
        'telegrambot' | '0'  || 'Q2'     | 'D2'
    }
}
