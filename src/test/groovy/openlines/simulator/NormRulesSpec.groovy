package openlines.simulator

/** Norms for answers, and the card that customers see of an operator. */
class NormRulesSpec extends LineRules {

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
}
