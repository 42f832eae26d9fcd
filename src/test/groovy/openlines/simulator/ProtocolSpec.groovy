package openlines.simulator

/** How methods are called, and what the portal says of calls that go wrong. */
class ProtocolSpec extends Calls {

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
