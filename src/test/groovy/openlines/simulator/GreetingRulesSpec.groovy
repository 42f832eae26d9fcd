package openlines.simulator

/** What a line says and whom it brings while nobody has answered yet: greeting, bots, working hours. */
class GreetingRulesSpec extends LineRules {

    def "the greeting comes once a customer, or once a session"() {
        given:
        portal.line(1, [WELCOME_MESSAGE: 'Y', WELCOME_MESSAGE_TEXT: 'Welcome!', SEND_WELCOME_EACH_SESSION: each])
        def klara = portal.customer()
        def chat = portal.say(klara, 'one').chatId
        portal.operator(chat, 2, 'answer')
        portal.operator(chat, 2, 'finish')
        portal.say(klara, 'two')

        expect:
        portal.texts(chat) == texts

        where:
        each || texts
        'N'  || ['one', 'Welcome!', 'two']
        'Y'  || ['one', 'Welcome!', 'two', 'Welcome!']
    }

    def "the bot joins #join: in the second session it #does"() {
        given:
        bot([WELCOME_BOT_JOIN: join])
        def klara = portal.customer()
        def chat = portal.say(klara, 'one').chatId
        portal.call('imopenlines.bot.session.finish', [CHAT_ID: chat, CLIENT_ID: 't'])
        portal.say(klara, 'two')

        expect:
        session(chat).stage == stage

        where:
        join     || stage   | does
        'first'  || 'QUEUE' | 'stays out'
        'always' || 'BOT'   | 'joins'
    }

    def "WELCOME_BOT_LEFT #left: after the handoff the bot is #where"() {
        given:
        def id = bot([WELCOME_BOT_LEFT: left])
        def chat = newChat()
        portal.call('imopenlines.bot.session.operator', [CHAT_ID: chat])

        expect:
        portal.chat(chat).members.any { it.id == id } == stays

        when:
        portal.operator(chat, session(chat).operator, 'answer')
        portal.operator(chat, session(chat).operator, 'finish')

        then:
        portal.chat(chat).members.every { it.id != id }

        where:
        left    || stays | where
        'queue' || false | 'out'
        'close' || true  | 'still in'
    }

    def "WELCOME_BOT_TIME is the longest a bot has"() {
        given:
        bot([WELCOME_BOT_TIME: 180])
        def chat = newChat()

        when:
        portal.advance('PT2M59S')

        then:
        session(chat).stage == 'BOT'

        when:
        portal.advance('PT1S')

        then:
        session(chat).stage == 'QUEUE'
    }

    def "a transfer by the bot keeps it in the chat until it is confirmed, or takes it out at once"() {
        given:
        def id = bot([:])
        def chat = newChat()

        when:
        portal.call('imopenlines.bot.session.transfer', [CHAT_ID: chat, USER_ID: 5, LEAVE: leave, CLIENT_ID: 't'])

        then:
        session(chat).with { it.stage == 'QUEUE' && it.operator == 5 }
        portal.chat(chat).members.any { it.id == id } == stays

        when:
        portal.operator(chat, 5, 'answer')

        then:
        portal.chat(chat).members.every { it.id != id }

        where:
        leave || stays
        'N'   || true
        'Y'   || false
    }

    def "of several targets the bot's transfer takes the employee, then the line, then TRANSFER_ID"() {
        given:
        bot([:])
        def other = portal.control('POST', 'lines', [LINE_NAME: 'Other', QUEUE: [[ENTITY_TYPE: 'user', ENTITY_ID: 7]]]).ID as long
        def chat = newChat()

        when:
        portal.call('imopenlines.bot.session.transfer', [CHAT_ID: chat, CLIENT_ID: 't'] + targets.call(other))

        then:
        session(chat).operator == operator

        where:
        targets                                                            || operator
        ({ [USER_ID: 5, QUEUE_ID: it, TRANSFER_ID: 6] })                   || 5
        ({ [QUEUE_ID: it, TRANSFER_ID: 6] })                               || 7
        ({ [TRANSFER_ID: 6] })                                             || 6
        ({ [TRANSFER_ID: "queue$it"] })                                    || 7
    }

    def "nobody answers: the line says so once, and brings the bot that is set for it"() {
        given:
        def id = bot([WELCOME_BOT_ENABLE: 'N', NO_ANSWER_TIME: 60, NO_ANSWER_RULE: 'text', NO_ANSWER_TEXT: 'Sorry, nobody is here.'])
        portal.line(1, [NO_ANSWER_BOT_ID: id])
        def chat = newChat()

        when:
        portal.advance('PT59S')

        then:
        portal.texts(chat) == ['hello']

        when:
        portal.advance('PT10M')

        then:
        portal.texts(chat) == ['hello', 'Sorry, nobody is here.']
        portal.chat(chat).members.any { it.id == id }
    }

    def "outside working hours the line says so, and the dialog waits until it opens"() {
        given: "it is Monday noon in UTC"
        portal.line(1, [WORKTIME_ENABLE: 'Y', WORKTIME_FROM: '09:00', WORKTIME_TO: '18:00', WORKTIME_DAYOFF_RULE: 'text',
                WORKTIME_DAYOFF_TEXT: 'We are closed.'] + settings)
        def chat = newChat()

        expect:
        portal.texts(chat).contains('We are closed.') == !open
        (session(chat).operator != 0) == open

        when:
        if (!open) portal.advance(opensIn)

        then:
        session(chat).operator != 0

        where:
        settings                             || open  | opensIn
        [:]                                  || true  | ''
        [WORKTIME_FROM: '13:00']             || false | 'PT1H'
        [WORKTIME_TO: '11.30']               || false | 'PT21H'
        [WORKTIME_TIMEZONE: 'Asia/Tokyo']    || false | 'PT12H'
        [WORKTIME_DAYOFF: ['MO', 'TU']]      || false | 'PT45H'
        [WORKTIME_HOLIDAYS: '01.01,16.03']   || false | 'PT21H'
    }

    def "outside working hours the bot that is set for it is brought"() {
        given: "it is Monday"
        def id = bot([WELCOME_BOT_ENABLE: 'N', WORKTIME_ENABLE: 'Y', WORKTIME_DAYOFF: ['MO']])
        portal.line(1, [WORKTIME_DAYOFF_BOT_ID: id])

        expect:
        portal.chat(newChat()).members.any { it.id == id }
    }

    private List<String> forms(chat) { portal.chat(chat).messages.findAll { it.params.CRM_FORM_ID }*.text }

    private String form(int id) { "Please fill in the form: $portal.url/crm/form/$id/" }

    def "nobody answers, or nobody works: the form that is set for it is sent to the customer"() {
        given:
        portal.line(1, [NO_ANSWER_TIME: 60, NO_ANSWER_FORM_ID: 7, WORKTIME_DAYOFF_FORM_ID: 8] + line)
        def klara = portal.customer()
        def chat = portal.say(klara, 'hello').chatId

        when:
        portal.advance('PT1M')

        then:
        forms(chat) == sent.collect { form(it) }
        portal.control('GET', "customers/$klara.id/screen").messages*.text.containsAll(forms(chat))

        where:
        line                                             || sent
        [:]                                              || [7]
        [WORKTIME_ENABLE: 'Y', WORKTIME_DAYOFF: ['MO']]  || [8, 7]
        [NO_ANSWER_FORM_ID: 0]                           || []
    }

    def "USE_WELCOME_FORM #use with WELCOME_FORM_DELAY #delay: the form comes #comes"() {
        given:
        portal.line(1, [WELCOME_MESSAGE: 'Y', WELCOME_MESSAGE_TEXT: 'Welcome!', USE_WELCOME_FORM: use, WELCOME_FORM_ID: 9, WELCOME_FORM_DELAY: delay])
        def chat = newChat()

        expect:
        portal.texts(chat) == ['hello', 'Welcome!'] + (comes == 'at once' ? [form(9)] : [])

        when:
        portal.advance('PT59S')
        def before = forms(chat).size()
        portal.advance('PT1S')

        then:
        forms(chat).size() == (comes == 'never' ? 0 : 1)
        before == (comes == 'at once' ? 1 : 0)

        where:
        use | delay || comes
        'N' | 'N'   || 'never'
        'Y' | 'N'   || 'at once'
        'Y' | 'Y'   || 'a minute later'
    }

    def "a dialog that has ended meanwhile gets no delayed form"() {
        given:
        portal.line(1, [USE_WELCOME_FORM: 'Y', WELCOME_FORM_ID: 9, WELCOME_FORM_DELAY: 'Y'])
        def chat = newChat()
        portal.operator(chat, 2, 'answer')
        portal.operator(chat, 2, 'finish')

        when:
        portal.advance('PT2M')

        then:
        forms(chat) == []
    }

    def "a line that is not ACTIVE takes no words"() {
        given:
        def klara = portal.customer()
        portal.line(1, [ACTIVE: 'N'])

        when:
        def said = portal.tryControl('POST', "customers/$klara.id/say", [text: 'hello'])

        then:
        said.status == 409
        portal.control('GET', 'chats').every { it.entityId != klara.userCode }
    }

    def "the chat is called by the customer and the line"() {
        given:
        portal.line(1, [LINE_NAME: 'Repairs'])

        expect:
        portal.chat(newChat('Klara')).title == 'Klara - Repairs'
    }

    def "without a bot that is there and switched on, the dialog begins in the queue"() {
        given:
        portal.line(1, [WELCOME_BOT_ENABLE: enabled, WELCOME_BOT_ID: bot([:]) + next])

        expect:
        session(newChat()).stage == stage

        where:
        enabled | next || stage
        'Y'     | 0    || 'BOT'
        'N'     | 0    || 'QUEUE'
        'Y'     | 1    || 'QUEUE'
    }
}
