package openlines.simulator

/** What a line finds and makes in CRM. */
class CrmRulesSpec extends LineRules {

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

    def "CRM_SOURCE #source makes a lead of source #is"() {
        given:
        portal.line(1, [CRM: 'Y', CRM_CREATE: 'lead', CRM_SOURCE: source])
        def chat = newChat()
        def id = portal.call('imopenlines.dialog.get', [CHAT_ID: chat]).entity_data_1.split('\\|')[2]

        expect:
        portal.call('crm.lead.get', [id: id]).SOURCE_ID == is

        where:
        source         || is
        'create'       || '1|OPENLINE'
        'openline_web' || 'openline_web'
    }
}
