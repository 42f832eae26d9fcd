package openlines.simulator

import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class ProtocolSpec extends Specification {

    @Shared @AutoCleanup Portal portal = new Portal()
    @AutoCleanup Handler handler = new Handler()

    def setup() {
        portal.control('POST', 'limits', [rate: 'off', operating: false])
        portal.control('POST', 'reset')
    }

    private String getHook() { portal.simulator.webhook() }

    private Map app(Map given = [:]) { portal.control('POST', 'apps', [userId: 1, handlerUrl: handler.url] + given) as Map }

    private Map byApp(Map app, String method, Map params = [:]) {
        portal.send('POST', "$portal.url/rest/$method", params + [auth: app.auth.access_token])
    }

    def "a method is reached with #what"() {
        expect:
        portal.send(verb, hook + address, body, headers).json.result.ID == '1'

        where:
        what                  | verb   | address                                            | body                              | headers
        'a query'             | 'GET'  | 'imopenlines.config.get?CONFIG_ID=1'               | null                              | [:]
        'a suffix'            | 'GET'  | 'imopenlines.config.get.json?CONFIG_ID=1'          | null                              | [:]
        'a slash at the end'  | 'GET'  | 'imopenlines.config.get/?CONFIG_ID=1'              | null                              | [:]
        'any letter case'     | 'GET'  | 'IMOPENLINES.Config.GET?config_id=1'               | null                              | [:]
        'JSON'                | 'POST' | 'imopenlines.config.get'                           | '{"CONFIG_ID": 1}'                | ['Content-Type': 'application/json; charset=utf-8']
        'JSON texts'          | 'POST' | 'imopenlines.config.get'                           | '{"CONFIG_ID": "1"}'              | ['Content-Type': 'application/json']
        'a form'              | 'POST' | 'imopenlines.config.get'                           | 'CONFIG_ID=1&WITH_QUEUE=Y'        | ['Content-Type': 'application/x-www-form-urlencoded']
        'a body over a query' | 'POST' | 'imopenlines.config.get?CONFIG_ID=99'              | 'CONFIG_ID=1'                     | ['Content-Type': 'application/x-www-form-urlencoded']
        'parts'               | 'POST' | 'imopenlines.config.get'                           | '--x\r\nContent-Disposition: form-data; name="CONFIG_ID"\r\n\r\n1\r\n--x--\r\n' | ['Content-Type': 'multipart/form-data; boundary=x']
    }

    def "brackets are a tree, as PHP reads them"() {
        when:
        def id = portal.send('POST', hook + 'imopenlines.config.add',
                'PARAMS[LINE_NAME]=Caf%C3%A9+%26+co&PARAMS%5BQUEUE%5D%5B0%5D%5BENTITY_TYPE%5D=user&PARAMS[QUEUE][0][ENTITY_ID]=3'
                        + '&PARAMS[WORKTIME_DAYOFF][]=SA&PARAMS[WORKTIME_DAYOFF][]=SU',
                ['Content-Type': 'application/x-www-form-urlencoded']).json.result
        def line = portal.call('imopenlines.config.get', [CONFIG_ID: id])

        then:
        line.LINE_NAME == 'Café & co'
        line.QUEUE == ['3']
        line.WORKTIME_DAYOFF == ['SA', 'SU']
        line.WORKTIME_HOLIDAYS == ['']
        line.QUEUE_TIME == '60'
        line.DEFAULT_OPERATOR_DATA == []
        line.KPI_FIRST_ANSWER_LIST == null
        line.DATE_CREATE == [:]
    }

    def "XML on demand"() {
        expect:
        portal.send('GET', hook + 'imopenlines.revision.get.xml', null, [:]).text.contains('<response><result><rest>2</rest>')
    }

    def "who may not is told why: #code"() {
        when:
        def answer = call.call(this)

        then:
        answer.status == status
        answer.json.error == code

        where:
        code                     | status | call
        'NO_AUTH_FOUND'          | 401    | ({ it.portal.send('GET', "$it.portal.url/rest/1/wrong/profile", null) })
        'NO_AUTH_FOUND'          | 401    | ({ it.portal.send('GET', "$it.portal.url/rest/profile?auth=wrong", null) })
        'NO_AUTH_FOUND'          | 401    | ({ it.portal.send('GET', "$it.portal.url/rest/nonsense", null) })
        'ERROR_METHOD_NOT_FOUND' | 404    | ({ it.portal.rest('imopenlines.confg.get') })
        'insufficient_scope'     | 403    | ({ it.portal.rest('crm.lead.get', [id: 1], it.portal.webhookOf(1, ['im'])) })
        'WRONG_AUTH_TYPE'        | 403    | ({ it.portal.rest('event.bind') })
    }

    def "an unknown method's answer names the nearest"() {
        expect:
        portal.rest('imopenlines.confg.get').json.error_description.contains('imopenlines.config.get')
    }

    def "lists come in pages of fifty"() {
        given:
        120.times { portal.call('crm.lead.add', [fields: [TITLE: "Lead $it"]]) }

        when:
        def pages = [0, 50, 100].collect { portal.rest('crm.lead.list', [start: it]).json }
        def uncounted = portal.rest('crm.lead.list', [start: -1]).json

        then:
        pages*.total == [120, 120, 120]
        pages*.next == [50, 100, null]
        pages.collectMany { it.result*.ID }.toSet().size() == 120
        uncounted.result.size() == 50
        uncounted.total == 0
        !uncounted.containsKey('next')
    }

    def "a batch runs in order, hands results on, and collects errors"() {
        when:
        def batch = portal.call('batch', [cmd: [
                lines : 'imopenlines.config.list.get?PARAMS[select][]=ID',
                line  : 'imopenlines.config.get?CONFIG_ID=$result[lines][0][ID]',
                leads : 'crm.lead.list',
                broken: 'imopenlines.config.get',
                me    : 'profile']])

        then:
        batch.result.line.LINE_NAME == 'Shop'
        batch.result.me.ID == '1'
        batch.result_error.keySet() == ['broken'] as Set
        batch.result_error.broken.error == 'CONFIG_ID_EMPTY'
        batch.result_total == [leads: 0]
        batch.result_next == []
        batch.result_time.keySet() == ['lines', 'line', 'leads', 'me'] as Set
    }

    def "halt stops at the first error"() {
        when:
        def batch = portal.call('batch', [halt: 1, cmd: ['imopenlines.config.get', 'profile']])

        then:
        batch.result == []
        batch.result_error.keySet() == ['0'] as Set
    }

    def "of more than fifty commands the first fifty run"() {
        when:
        def batch = portal.call('batch', [cmd: (1..52).collect { 'server.time' }])

        then:
        batch.result.size() == 50
        batch.result_error.values()*.error == ['ERROR_BATCH_LENGTH_EXCEEDED'] * 2
    }

    def "the bucket of the #plan plan holds #threshold and loses #drain a second"() {
        given:
        portal.control('POST', 'limits', [rate: plan])

        when:
        def answers = (1..threshold + 1).collect { portal.rest('profile') }

        then:
        answers[0..<threshold].every { it.status == 200 }
        answers[-1].status == 503
        answers[-1].json.error == 'QUERY_LIMIT_EXCEEDED'

        when:
        portal.advance('PT1S')
        def later = (1..drain + 1).collect { portal.rest('profile').status }

        then:
        later == [200] * drain + [503]

        where:
        plan         | threshold | drain
        'standard'   | 50        | 2
        'enterprise' | 250       | 5
    }

    def "a batch counts once"() {
        given:
        portal.control('POST', 'limits', [rate: 'standard'])

        expect:
        (1..50).every { portal.rest('batch', [cmd: ['profile'] * 10]).status == 200 }
    }

    def "a method that took too long is refused until its minute is ten minutes old"() {
        given:
        portal.control('POST', 'limits', [operating: true])

        when:
        portal.control('POST', 'operating', [method: 'profile', seconds: 300])
        portal.advance('PT5M')
        portal.control('POST', 'operating', [method: 'profile', seconds: 200])
        def refused = portal.rest('profile')

        then:
        refused.status == 429
        refused.json.error == 'OPERATION_TIME_LIMIT'
        portal.rest('server.time').status == 200

        when:
        portal.advance('PT5M')
        def allowed = portal.rest('profile')

        then:
        allowed.status == 200
        allowed.json.time.operating > 199
    }

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

    def "a handler that hangs stalls neither the portal nor another handler, and keeps its own order"() {
        given:
        def slow = new Handler()
        def release = new CountDownLatch(1)
        slow.before = { release.await(20, TimeUnit.SECONDS) }
        def both = [slow, handler].collect { h ->
            def app = portal.control('POST', 'apps', [userId: 1]) as Map
            portal.control('POST', "apps/$app.clientId/install", [:])
            byApp(app, 'event.bind', [event: 'ONOPENLINEMESSAGEADD', handler: h.url])
            app
        }
        portal.line(1, [WELCOME_MESSAGE: 'N'])
        def klara = portal.customer()

        when:
        5.times { portal.say(klara, "$it") }
        def texts = { Handler h -> h.named('ONOPENLINEMESSAGEADD')*.get('data[DATA][0][message][text]') }
        portal.control('POST', 'settle', [timeout: 'PT2S'])

        then:
        both.size() == 2
        texts(handler) == ['0', '1', '2', '3', '4']
        texts(slow) == ['0']

        when:
        release.countDown()
        portal.settle()

        then:
        texts(slow) == ['0', '1', '2', '3', '4']

        cleanup:
        slow.close()
    }

    def "a refused, a failing and a foreign handler lose their event, and the journal says so"() {
        given:
        def app = app()
        handler.status = 500
        def gone = new Handler()
        gone.close()

        when:
        [handler.url, gone.url, 'http://192.0.2.1/'].each {
            portal.control('POST', "apps/$app.clientId/events", [name: 'ONX', data: [a: 1], url: it])
        }
        portal.settle()
        def journal = portal.control('GET', 'journal?kind=event&name=ONX')

        then:
        journal*.status == [500, 0, 0] || journal*.status.sort() == [0, 0, 500]
        journal.findAll { it.status == 0 }*.problem.every { it }
        journal.find { it.url.contains('192.0.2.1') }.problem.contains('outside loopback')
        handler.named('ONX').size() == 1
    }

    def "ordered troubles: #kind"() {
        given:
        def app = app()
        def send = { portal.control('POST', "apps/$app.clientId/events", [name: it, data: [:]]) }
        portal.control('POST', 'faults', [event: kind, name: 'ONE'])

        when:
        send('ONE')
        send('TWO')
        portal.settle()

        then:
        handler.names.drop(1) == names

        when:
        portal.advance('PT1M')

        then:
        handler.names.drop(1) == later

        where:
        kind      || names                 | later
        'drop'    || ['TWO']               | ['TWO']
        'double'  || ['ONE', 'ONE', 'TWO'] | ['ONE', 'ONE', 'TWO']
        'reorder' || ['TWO', 'ONE']        | ['TWO', 'ONE']
        'late'    || ['TWO']               | ['TWO', 'ONE']
    }

    def "ordered faults: the next calls fail as told, then all is well"() {
        given:
        portal.control('POST', 'faults', [error: 'QUERY_LIMIT_EXCEEDED', method: 'profile', count: 2])
        portal.control('POST', 'faults', [status: 500, method: 'server.time'])

        expect:
        portal.rest('imopenlines.revision.get').status == 200
        portal.rest('profile').with { it.status == 503 && it.json.error == 'QUERY_LIMIT_EXCEEDED' }
        portal.rest('profile').status == 503
        portal.rest('profile').status == 200
        portal.rest('server.time').with { it.status == 500 && it.json.error == 'INTERNAL_SERVER_ERROR' }

        when:
        portal.control('POST', 'faults', [drop: true])
        portal.rest('profile')

        then:
        thrown IOException
    }

    def "the journal repeats a call as curl"() {
        given:
        portal.rest('profile', [a: "it's"])

        expect:
        portal.send('GET', "$portal.url/simulator/journal?kind=rest&name=profile&format=curl", null).text
                .contains("--data-raw '{\"a\":\"it'\\''s\"}' '/rest/1/")
    }

    def "a snapshot put back is the same portal"() {
        given:
        def klara = portal.customer()
        def chat = portal.say(klara, 'hello').chatId
        def snapshot = portal.control('GET', 'snapshot') as Map
        def before = portal.chat(chat)

        when:
        portal.operator(chat, 2, 'answer')
        portal.say(klara, 'more')
        portal.control('PUT', 'snapshot', snapshot)

        then:
        portal.chat(chat) == before
        portal.control('GET', 'snapshot') == snapshot

        when:
        portal.say(klara, 'goes on')

        then:
        portal.texts(chat) == ['hello', 'goes on']
    }

    def "the way to the desk"() {
        expect:
        portal.send('GET', "$portal.url/", null).with { it.status == 301 || it.status == 302 || it.status == 307 }
    }
}
