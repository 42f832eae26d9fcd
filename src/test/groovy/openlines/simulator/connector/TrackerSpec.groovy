package openlines.simulator.connector

import openlines.simulator.Portal
import spock.lang.AutoCleanup
import spock.lang.Specification

/** The CRM tracker finds or makes the object of a connector's dialog, as its line wants it. */
class TrackerSpec extends Specification {

    @AutoCleanup Portal portal = new Portal()
    @AutoCleanup ConnectorApp app = new ConnectorApp(portal).connect()

    static final Map KLAUS = [name: 'Klaus', last_name: 'Weber', phone: '+49 999 000-0000', email: 'klaus@example.com']

    Map send(Map given = [:]) {
        def result = app.send([person: KLAUS] + given)
        assert result.SUCCESS
        portal.settle()
        result
    }

    Map dialog(Map result) { portal.call('imopenlines.dialog.get', [CHAT_ID: result.session.CHAT_ID]) as Map }

    List<Map> found(int type, Map dialog) {
        portal.call('crm.item.list', [entityTypeId: type, select: ['id', 'imol'], filter: ['=imol': "imol|$dialog.entity_id".toString()]]).items as List<Map>
    }

    def "CRM_CREATE lead: the lead is made, linked and found by the messenger value; the operators are told, the customer is not"() {
        given:
        portal.line(1, [CRM: 'Y', CRM_CREATE: 'lead'])

        when:
        def result = send()
        def dialog = dialog(result)
        def lead = portal.call('crm.lead.get', [ID: found(1, dialog)[0].id])

        then:
        found(1, dialog).size() == 1
        dialog.entity_data_1.startsWith("Y|LEAD|$lead.ID|N|N|$result.session.ID|")
        dialog.entity_data_2 == "LEAD|$lead.ID|COMPANY|0|CONTACT|0|DEAL|0"
        lead.NAME == 'Klaus'
        lead.HAS_IMOL == 'Y'
        lead.IM*.VALUE == ['imol|myconnector|1|channel-123|ext-user-42']
        lead.PHONE*.VALUE == ['+49 999 000-0000']

        and: "as the figure of a history shows it"
        with(portal.call('imopenlines.session.history.get', [SESSION_ID: result.session.ID]).message.values().find { it.senderid == '0' }) {
            it.text == '[b]A new lead has been created[/b]'
            it.params.attach.toString().contains("/crm/lead/details/$lead.ID/")
        }
        app.events*.event == ['ONIMCONNECTORDIALOGSTART']

        when: "the same person writes again"
        send(id: 'm2')

        then:
        portal.call('crm.lead.list').size() == 1
    }

    def "CRM_CREATE deal: a contact and its deal"() {
        given:
        portal.line(1, [CRM: 'Y', CRM_CREATE: 'deal'])

        when:
        def dialog = dialog(send())
        def contact = found(3, dialog)[0].id

        then:
        dialog.entity_data_2 ==~ /LEAD\|0\|COMPANY\|0\|CONTACT\|$contact\|DEAL\|\d+/
        portal.call('crm.deal.get', [ID: dialog.entity_data_2.split('\\|').last()]).CONTACT_ID == "$contact"
    }

    def "a contact known by #field is found, linked, and bears the messenger value from then on"() {
        given:
        portal.line(1, [CRM: 'Y', CRM_CREATE: 'lead'])
        def contact = portal.call('crm.contact.add', [FIELDS: [NAME: 'Klaus', (field): [[VALUE: value, VALUE_TYPE: 'WORK']]]])

        when:
        def dialog = dialog(send())

        then:
        found(3, dialog)*.id == [contact]
        dialog.entity_data_2 == "LEAD|0|COMPANY|0|CONTACT|$contact|DEAL|0"
        portal.call('crm.lead.list') == []

        where:
        field   | value
        'PHONE' | '+499990000000'
        'EMAIL' | 'Klaus@Example.com'
    }

    def "it stays off: #why"() {
        given:
        portal.line(1, [CRM: crm, CRM_CREATE: create])
        app.does('imconnector.register', app.registration(CHAT_GROUP: group))

        when:
        def result = send(message: message)

        then:
        dialog(result).entity_data_1.startsWith('N|NONE|0|')
        portal.call('crm.lead.list') == []
        (result.extra ?: [:]).disable_tracker == message.disable_crm

        where:
        why            | crm | create | group | message
        'disable_crm'  | 'Y' | 'lead' | false | [disable_crm: 'Y']
        'CHAT_GROUP'   | 'Y' | 'lead' | true  | [:]
        'CRM=N'        | 'N' | 'lead' | false | [:]
        'no CRM_CREATE' | 'Y' | 'none' | false | [:]
    }

    def "a message that may be tracked makes up for one that might not"() {
        given:
        portal.line(1, [CRM: 'Y', CRM_CREATE: 'lead'])

        when:
        send(message: [disable_crm: 'Y'])
        def result = send(id: 'm2')

        then:
        found(1, dialog(result)).size() == 1
    }

    def "a wrong phone does not reach CRM, unless the connector says so: #phones"() {
        given:
        portal.line(1, [CRM: 'Y', CRM_CREATE: 'lead'])

        when:
        def result = send(person: [name: 'Klaus', phone: 'extension 5'] + skip)
        def lead = portal.call('crm.lead.get', [ID: found(1, dialog(result))[0].id])

        then:
        (lead.PHONE ?: [])*.VALUE == phones
        (result.extra ?: [:]).skip_phone_validate == skip.skip_phone_validate

        where:
        skip                       | phones
        [:]                        | []
        [skip_phone_validate: 'Y'] | ['extension 5']
    }

    def "CRM_CHAT_TRACKER reads phones and addresses in the customer's words, and keeps those that were there"() {
        given:
        portal.line(1, [CRM: 'Y', CRM_CREATE: 'lead', CRM_CHAT_TRACKER: 'Y'])

        when:
        send()
        def result = send(id: 'm2', text: 'call me at +49 30 1234567 or write to k.weber@example.org')
        send(id: 'm3', text: 'again: +49 30 1234567')
        def lead = portal.call('crm.lead.get', [ID: found(1, dialog(result))[0].id])

        then:
        lead.PHONE*.VALUE == ['+49 999 000-0000', '+49 30 1234567']
        lead.EMAIL*.VALUE == ['klaus@example.com', 'k.weber@example.org']
    }

    def "CRM_FORWARD: who is responsible in CRM is asked first"() {
        given:
        portal.line(1, [CRM: 'Y', CRM_FORWARD: forward])
        portal.call('crm.contact.add', [FIELDS: [NAME: 'Klaus', ASSIGNED_BY_ID: 4, EMAIL: [[VALUE: 'klaus@example.com', VALUE_TYPE: 'WORK']]]])

        expect:
        portal.chat(send().session.CHAT_ID).session.operatorName == operator

        where:
        forward | operator
        'Y'     | 'Olga Sokolova'
        'N'     | 'Anna Fischer'
    }
}
