package openlines.simulator

import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class LineRulesSpec extends Specification {

    @Shared @AutoCleanup Portal portal = new Portal()

    def setup() {
        portal.control('POST', 'reset')
        // a line that does nothing by itself, on which each rule is then switched on
        portal.line(1, [WELCOME_MESSAGE: 'N', VOTE_MESSAGE: 'N', CLOSE_RULE: 'none', QUEUE_TIME: 0, NO_ANSWER_TIME: 0,
                FULL_CLOSE_TIME: 0])
    }

    private Map session(chat) { portal.chat(chat).session as Map }

    private long newChat(String name = 'Klara', String text = 'hello') {
        portal.say(portal.customer(name: name), text).chatId
    }

    private List<Long> offers(int count) { (1..count).collect { session(newChat("C$it")).operator } }

    // ---- the queue

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

    // ---- greeting, bots, answers that do not come

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

    private long bot(Map line) {
        def id = portal.call('imbot.v2.Bot.register', [fields: [code: 'b', botToken: 't', properties: [name: 'B'], type: 'openline']]).bot.id
        portal.line(1, [WELCOME_BOT_ENABLE: 'Y', WELCOME_BOT_ID: id] + line)
        id
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

    // ---- hours

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

    // ---- the end

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

    // ---- norms, cards, CRM

    def "a late first answer is told to whom the line names"() {
        given:
        portal.line(1, [KPI_FIRST_ANSWER_TIME: 60, KPI_FIRST_ANSWER_ALERT: 'Y', KPI_FIRST_ANSWER_LIST: [1],
                KPI_FIRST_ANSWER_TEXT: '#OPERATOR# is late in #DIALOG#', KPI_FURTHER_ANSWER_TIME: 30,
                KPI_FURTHER_ANSWER_ALERT: 'Y', KPI_FURTHER_ANSWER_LIST: [1], KPI_FURTHER_ANSWER_TEXT: '#OPERATOR# is late again'])
        def klara = portal.customer()
        def chat = portal.say(klara, 'hello').chatId
        def notices = { portal.call('im.notify.get').notifications*.text }

        when:
        portal.advance('PT1M')

        then:
        notices() == ["Anna Fischer is late in ${session(chat).id}".toString()]

        when:
        portal.operator(chat, 2, 'answer')
        portal.operator(chat, 2, 'say', [text: 'Hi'])
        portal.say(klara, 'and?')
        portal.advance('PT29S')
        portal.operator(chat, 2, 'say', [text: 'And this.'])
        portal.say(klara, 'and more?')
        portal.advance('PT30S')

        then:
        notices().size() == 2
        notices()[0] == 'Anna Fischer is late again'
    }

    def "OPERATOR_DATA #data shows the customer #shown"() {
        given:
        portal.line(1, [OPERATOR_DATA: data, DEFAULT_OPERATOR_DATA: [NAME: 'Support']])
        def chat = newChat()
        portal.operator(chat, 2, 'answer')
        portal.operator(chat, 2, 'say', [text: 'Hi'])

        expect:
        portal.chat(chat).messages[-1].shownAs == shown

        where:
        data      || shown
        'profile' || 'Anna Fischer'
        'hide'    || 'Support'
    }

    def "CRM #create makes #makes for a new customer and finds it again"() {
        given:
        portal.line(1, [CRM: 'Y', CRM_CREATE: create])
        def klara = portal.customer()
        def chat = portal.say(klara, 'hello').chatId
        def dialog = portal.call('imopenlines.dialog.get', [CHAT_ID: chat])
        def parts = dialog.entity_data_1.split('\\|')

        expect:
        parts[0..1] == ['Y', main]
        dialog.entity_data_2 ==~ links
        portal.call('crm.item.list', [entityTypeId: type, filter: ['=imol': "imol|$klara.userCode"]]).items*.id == [parts[2] as int]

        when: "the next session"
        portal.operator(chat, 2, 'answer')
        portal.operator(chat, 2, 'finish')
        portal.say(klara, 'again')

        then:
        portal.call('imopenlines.dialog.get', [CHAT_ID: chat]).entity_data_1.split('\\|')[2] == parts[2]

        where:
        create | type || main   | links                                     | makes
        'lead' | 1    || 'LEAD' | /LEAD\|\d+\|COMPANY\|0\|CONTACT\|0\|DEAL\|0/        | 'a lead'
        'deal' | 2    || 'DEAL' | /LEAD\|0\|COMPANY\|0\|CONTACT\|\d+\|DEAL\|\d+/      | 'a deal and a contact'
    }

    def "whom CRM holds responsible is asked first, and the responsible follows a transfer"() {
        given:
        portal.line(1, [CRM: 'Y', CRM_CREATE: 'lead', CRM_FORWARD: 'Y', CRM_TRANSFER_CHANGE: 'Y'])
        def klara = portal.customer()
        def chat = portal.say(klara, 'hello').chatId
        portal.operator(chat, 4, 'intercept')
        def lead = portal.call('imopenlines.dialog.get', [CHAT_ID: chat]).entity_data_1.split('\\|')[2]
        portal.operator(chat, 4, 'finish')

        expect:
        portal.call('crm.lead.get', [id: lead]).ASSIGNED_BY_ID == '4'

        when:
        portal.say(klara, 'again')

        then:
        session(chat).operator == 4
    }

    def "the tracker takes a phone number from the customer's words"() {
        given:
        portal.line(1, [CRM: 'Y', CRM_CREATE: 'lead', CRM_CHAT_TRACKER: 'Y'])
        def klara = portal.customer()
        def chat = portal.say(klara, 'call me: +49 30 1234567, klara@example.com').chatId
        def lead = portal.call('crm.lead.get', [id: portal.call('imopenlines.dialog.get', [CHAT_ID: chat]).entity_data_1.split('\\|')[2]])

        expect:
        lead.PHONE[0].VALUE == '+49 30 1234567'
        lead.EMAIL[0].VALUE == 'klara@example.com'
        lead.HAS_PHONE == 'Y'
    }

    // ---- operators and sessions

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
