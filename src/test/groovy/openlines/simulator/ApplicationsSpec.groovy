package openlines.simulator

/** Applications: their tokens, their installation, the events they bind. */
class ApplicationsSpec extends Calls {

    def "tokens expire after an hour, and a refresh token works once"() {
        given:
        def app = app()
        def refresh = { token -> portal.send('GET', "$portal.url/oauth/token/?grant_type=refresh_token&client_id=$app.clientId"
                + "&client_secret=$app.clientSecret&refresh_token=$token", null) }

        when:
        portal.advance('PT59M59S')

        then:
        byApp(app, 'app.info').json.result.INSTALLED == true

        when:
        portal.advance('PT1S')
        def late = byApp(app, 'app.info')

        then:
        late.status == 401
        late.json.error == 'expired_token'

        when:
        def renewed = refresh(app.auth.refresh_token).json

        then:
        renewed.refresh_token != app.auth.refresh_token
        renewed.expires_in == 3600
        portal.send('GET', "$portal.url/rest/profile?auth=$renewed.access_token", null).status == 200
        refresh(app.auth.refresh_token).json.error == 'invalid_grant'

        when:
        portal.control('POST', 'tokens/expire', [all: true])

        then:
        portal.send('GET', "$portal.url/rest/profile?auth=$renewed.access_token", null).json.error == 'expired_token'
    }

    def "nothing is sent before the installation is finished"() {
        given:
        def app = portal.control('POST', 'apps', [userId: 1]) as Map
        byApp(app, 'event.bind', [event: 'OnSessionStart', handler: handler.url])

        when:
        portal.say(portal.customer(), 'hello')
        portal.settle()

        then:
        handler.events.empty

        when:
        portal.control('POST', "apps/$app.clientId/install", [handlerUrl: handler.url])
        portal.say(portal.customer(), 'hello')
        portal.settle()

        then:
        handler.names == ['ONAPPINSTALL', 'ONSESSIONSTART']
    }

    def "an application hears of the lines in the documented forms"() {
        given:
        def app = app()
        ['OnOpenLineMessageAdd', 'ONSESSIONSTART', 'ONSESSIONFINISH'].each {
            assert byApp(app, 'event.bind', [event: it, handler: handler.url]).json.result == true
        }
        assert byApp(app, 'event.bind', [event: 'ONSESSIONSTART', handler: handler.url]).json.error == 'ERROR_HANDLER_ALREADY_EXIST'
        def klara = portal.customer()

        when:
        def said = portal.say(klara, 'hello')
        portal.operator(said.chatId, 2, 'answer')
        portal.operator(said.chatId, 2, 'finish')
        portal.settle()

        then:
        with(handler.named('ONSESSIONSTART')[0]) {
            it['data[DATA][0][connector][connector_id]'] == 'livechat'
            it['data[DATA][0][session][id]'] == "$said.sessionId"
            it['data[DATA][0][session][closed]'] == 'N'
            it['data[DATA][0][user][id]'] == "$klara.id"
            it['auth[application_token]'] == app.applicationToken
            it.eventId ==~ /\d+/
            it.ts ==~ /\d+/
        }
        handler.named('ONSESSIONFINISH')[0]['data[DATA][0][session][closed]'] == 'Y'
        with(handler.named('ONOPENLINEMESSAGEADD')[0]) {
            it['data[DATA][0][message][text]'] == 'hello'
            it['data[DATA][0][message][system]'] == 'N'
            it['data[DATA][0][chat][id]'] == "$said.chatId"
        }
        byApp(app, 'event.get').json.result*.event.toSet() == ['ONOPENLINEMESSAGEADD', 'ONSESSIONSTART', 'ONSESSIONFINISH'] as Set
        byApp(app, 'event.unbind', [event: 'ONSESSIONSTART', handler: handler.url]).json.result == [count: 1]
    }

    def "offline events: the last change of each object, read, reserved, or given back as failed"() {
        given:
        def app = app()
        byApp(app, 'event.bind', [event: 'ONCRMLEADUPDATE', event_type: 'offline'])
        byApp(app, 'event.bind', [event: 'ONOFFLINEEVENT', handler: handler.url, options: [minTimeout: 10]])
        def leads = (1..2).collect { portal.call('crm.lead.add', [fields: [TITLE: "L$it"]]) }
        3.times { round -> leads.each { portal.call('crm.lead.update', [id: it, fields: [TITLE: "$round"]]) } }
        portal.settle()

        expect: "one notice at once, one when its time has come"
        handler.named('ONOFFLINEEVENT').size() == 1
        portal.advance('PT10S')
        handler.named('ONOFFLINEEVENT').size() == 2
        handler.named('ONOFFLINEEVENT')[0]['auth[refresh_token]']
        byApp(app, 'event.offline.list').json.total == 2

        when:
        def reserved = byApp(app, 'event.offline.get', [clear: 0, limit: 1]).json.result
        def rest = byApp(app, 'event.offline.get', [clear: 0]).json.result

        then:
        reserved.process_id.length() == 32
        (reserved.events + rest.events)*.EVENT_NAME == ['ONCRMLEADUPDATE'] * 2
        reserved.events*.ID != rest.events*.ID

        when:
        byApp(app, 'event.offline.clear', [process_id: reserved.process_id])
        byApp(app, 'event.offline.error', [process_id: rest.process_id])

        then:
        byApp(app, 'event.offline.get').json.result.events == []
        byApp(app, 'event.offline.get', [error: 1]).json.result == [process_id: null, events: rest.events]
        byApp(app, 'event.offline.list').json.total == 0
    }

    def "event.test comes back with its words"() {
        given:
        def app = app()
        byApp(app, 'event.bind', [event: 'ONAPPTEST', handler: handler.url])

        when:
        byApp(app, 'event.test', [any: [thing: 'goes']])
        portal.settle()

        then:
        handler.named('ONAPPTEST')[0]['data[QUERY][any][thing]'] == 'goes'
    }
}
