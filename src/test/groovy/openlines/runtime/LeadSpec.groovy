package openlines.runtime

import static openlines.bot.Reply.*

import openlines.bot.Bot
import spock.lang.AutoCleanup
import spock.lang.Specification

/** What a bot leaves in the portal's CRM. */
class LeadSpec extends Specification {
    @AutoCleanup
    Stage stage = new Stage({ on ->
        on.otherwise { turn -> lead('Request').phone('+4930901820').email('klara@example.com').noting(turn.text()).then(say('Taken down.')).then(handoff()) }
    } as Bot).register()

    private List leads() {
        stage.portal.call('crm.lead.list', [select: ['*', 'PHONE', 'EMAIL', 'IM'], filter: ['=TITLE': 'Request']])
    }

    def "a lead knows the customer, how to reach them, what it is about, and its dialog"() {
        given:
        // a line that makes no leads of its own
        stage.portal.line(1, [CRM_CREATE: 'none'])
        when:
        def chat = stage.say(stage.portal.customer(), 'My parcel has not come').chatId
        then:
        stage.said(chat) == ['Taken down.']
        stage.portal.chat(chat).session.stage == 'QUEUE'
        leads().size() == 1
        leads()[0].NAME == 'Klara Klein'
        leads()[0].COMMENTS == 'My parcel has not come'
        leads()[0].PHONE*.VALUE == ['+4930901820']
        leads()[0].EMAIL*.VALUE == ['klara@example.com']
        leads()[0].IM*.VALUE == ["imol|${stage.portal.chat(chat).entityId}".toString()]
    }

    def "a lead is made once, though the portal's answer to the first attempt is lost: #fault"() {
        given:
        stage.portal.control('POST', 'faults', fault + [method: 'crm.lead.add', count: 1])
        when:
        def chat = stage.say(stage.portal.customer(), 'My parcel has not come').chatId
        stage.secondsUntil(60) { stage.said(chat) }
        then:
        leads().size() == 1
        stage.portal.chat(chat).session.stage == 'QUEUE'
        stage.server.outbox().deadLetters() == []
        where:
        fault << [[drop: true], [error: 'INTERNAL_SERVER_ERROR', status: 500]]
    }

    def "what an earlier attempt made is found, and not made again: the question for it is refused #refused times"() {
        given: 'an earlier turn, whose three letters tell the number of the next'
        def session = stage.portal.say(stage.portal.customer([name: 'Other']), 'hello').sessionId
        stage.settle()
        def before = leads()
        stage.portal.control('POST', 'faults', [drop: true, method: 'crm.lead.add', count: 1])
        if (refused) {
            stage.portal.control('POST', 'faults', [error: 'INTERNAL_SERVER_ERROR', status: 500, method: 'crm.lead.list', count: refused])
        }
        when: 'an attempt that makes the lead and loses its answer'
        def chat = stage.say(stage.portal.customer(), 'My parcel has not come').chatId
        def origin = before[0].ORIGIN_ID as String
        def letter = (origin.split('\\.')[1] as long)
        def own = stage.portal.chat(chat).session.id
        stage.portal.call('crm.lead.add', [fields: [TITLE: 'Request', ORIGINATOR_ID: 'openlines', ORIGIN_ID: "$own.${letter + 3}".toString()]])
        stage.secondsUntil(60) { stage.said(chat) }
        then:
        origin.startsWith("$session.")
        leads().size() == 2
        where:
        refused << [0, 1]
    }
}
