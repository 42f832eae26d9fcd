package openlines.simulator

import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class BadInputSpec extends Specification {

    static final Map JSON = ['Content-Type': 'application/json']
    static final Map FORM = ['Content-Type': 'application/x-www-form-urlencoded']

    static final String MALFORMED = 'INVALID_REQUEST'
    static final String EMPTY = 'CONFIG_ID_EMPTY'

    @Shared @AutoCleanup Portal portal = new Portal()

    def "#what: #code"() {
        when:
        def answer = portal.send('POST', portal.simulator.webhook() + 'imopenlines.config.get', body, headers)

        then:
        [answer.status, answer.json?.error] == [400, code]

        and: "the next good call is served"
        portal.call('imopenlines.revision.get').rest == 2

        where:
        what                       | headers | code              | body
        'broken JSON'              | JSON    | MALFORMED         | '{"CONFIG_ID": '
        'JSON with a tail'         | JSON    | MALFORMED         | '{"CONFIG_ID": 1} {}'
        'a JSON list'              | JSON    | EMPTY             | '[1]'
        'a JSON number'            | JSON    | EMPTY             | '5'
        '10,000 levels of JSON'    | JSON    | MALFORMED         | '{"a":' * 10_000 + '1' + '}' * 10_000
        '10,000 levels of lists'   | JSON    | MALFORMED         | '{"a":' + '[' * 10_000 + ']' * 10_000 + '}'
        '10,000 levels of a form'  | FORM    | EMPTY             | 'a' + '[b]' * 10_000 + '=1'
        'invalid UTF-8 in JSON'    | JSON    | MALFORMED         | [123, 34, -1, -2, 34, 58, 49, 125] as byte[]
        'invalid UTF-8 in a form'  | FORM    | EMPTY             | 'CONFIG_ID=%ff%fe'
        'half an escape'           | FORM    | EMPTY             | 'CONFIG_ID=%e'
        'an id of 2^63'            | JSON    | EMPTY             | '{"CONFIG_ID": 9223372036854775808}'
        'an id of 2^63 as a text'  | FORM    | EMPTY             | 'CONFIG_ID=9223372036854775808'
        'a number of 400 digits'   | JSON    | EMPTY             | '{"CONFIG_ID": ' + '9' * 400 + '}'
        'a number of 2000 digits'  | JSON    | MALFORMED         | '{"CONFIG_ID": ' + '9' * 2000 + '}'
        'an object for an id'      | JSON    | EMPTY             | '{"CONFIG_ID": {"a": [1]}}'
        'null for an id'           | JSON    | EMPTY             | '{"CONFIG_ID": null}'
        'nothing for an id'        | FORM    | EMPTY             | 'CONFIG_ID='
        'a key without a value'    | FORM    | EMPTY             | 'CONFIG_ID'
        'nothing at all'           | FORM    | EMPTY             | ''
        'the same key twice'       | FORM    | EMPTY             | 'CONFIG_ID=1&CONFIG_ID=x'
        'parts without a boundary' | ['Content-Type': 'multipart/form-data'] | MALFORMED | 'x'
        'half a part'              | ['Content-Type': 'multipart/form-data; boundary=x'] | EMPTY | '--x\r\nContent-Disposition: form-data; name="CONFIG_ID"'
    }

    def "of a key given twice the last one counts, as PHP reads it"() {
        expect:
        portal.send('POST', portal.simulator.webhook() + 'imopenlines.config.get', 'CONFIG_ID=x&CONFIG_ID=1', FORM).json.result.LINE_NAME == 'Shop'
        portal.send('POST', portal.simulator.webhook() + 'imopenlines.config.get?CONFIG_ID=x', 'CONFIG_ID=1', FORM).json.result.LINE_NAME == 'Shop'
    }

    def "the same through an application and over the control face: #path #what"() {
        given:
        def app = portal.control('POST', 'apps', [userId: 1]) as Map

        when:
        def answer = portal.send('POST', "$portal.url$path${path.startsWith('/rest') ? "?auth=$app.auth.access_token" : ''}", body, JSON)

        then:
        answer.status in 400..499
        answer.json.error

        where:
        [path, what, body] << [['/rest/imopenlines.config.get', '/simulator/customers', '/simulator/chats/1/press', '/simulator/lines/1', '/simulator/clock'],
                               [['broken', '{"CONFIG_ID": '], ['deep', '{"a":' * 10_000 + '1' + '}' * 10_000], ['no UTF-8', [123, 34, -1, -2, 34, 58, 49, 125] as byte[]]]]
                .combinations().collect { [it[0], it[1][0], it[1][1]] }
    }

    /** Over a bare socket: what a client of our own would make of a server that hangs up early is no matter here. */
    private String statusOf(String head, Closure<Void> body) {
        new Socket('127.0.0.1', portal.simulator.port()).withCloseable { socket ->
            socket.soTimeout = 20_000
            def out = socket.outputStream
            out.write("POST ${URI.create(portal.simulator.webhook()).path}profile HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n$head\r\n\r\n".bytes)
            def sending = Thread.startVirtualThread {
                try {
                    body.call(out)
                } catch (IOException ignored) {
                    // the portal has said its word before the end
                }
            }
            def line = socket.inputStream.newReader('US-ASCII').readLine()
            sending.interrupt()
            line
        }
    }

    def "50 MB #how are refused with 413, and the portal goes on"() {
        given:
        def megabyte = ('a' * (1024 * 1024)).bytes

        expect:
        statusOf(head, { out -> 50.times { send.call(out, megabyte) } })?.startsWith('HTTP/1.1 413')
        portal.call('imopenlines.revision.get').rest == 2

        where:
        how             | head                                | send
        'in one piece'  | "Content-Length: ${50 << 20}"       | { out, bytes -> out.write(bytes) }
        'in chunks'     | 'Transfer-Encoding: chunked'        | { out, bytes -> out.write('100000\r\n'.bytes); out.write(bytes); out.write('\r\n'.bytes) }
    }

    def "no method answers nonsense with a 5xx"() {
        given:
        def methods = portal.call('methods', [full: true])
        def nonsense = [[:], [CHAT_ID: [1]], [CHAT_ID: 9223372036854775807], [ID: -1, id: -1, CONFIG_ID: -1, fields: 'x', PARAMS: 'x', FILTER: 'x', filter: 7, order: 7, select: 7],
                        [fields: [[[]]], PARAMS: [QUEUE: 'x'], cmd: [[[]]], DIALOG_ID: 'chat9223372036854775807', MESSAGE: [1], ATTACH: 5, KEYBOARD: true],
                        [USER_ID: '2' * 30, MESSAGE: '\u0000\uD800', CODE: ['a'], DIALOG_ID: '0', start: '9999999999', limit: -5, LIMIT: '-9', OFFSET: '-1'],
                        [entityTypeId: 1, filter: ['': 1, '=': 2], order: ['': 'x'], start: -7, CRM_ENTITY_TYPE: 'lead', CRM_ENTITY: 1.5]]
        def app = portal.control('POST', 'apps', [userId: 1]) as Map

        expect:
        methods.size() > 90
        methods.collectMany { method ->
            nonsense.collectMany { params ->
                [portal.rest(method, params), portal.send('POST', "$portal.url/rest/$method", params + [auth: app.auth.access_token])]
                        .findAll { it.status >= 500 }.collect { "$method $params: $it.text" }
            }
        } == []
    }

    def "the control face refuses nonsense in words: #verb #path #body"() {
        when:
        def answer = portal.send(verb, "$portal.url/simulator/$path", body, JSON)

        then:
        answer.status in 400..499
        answer.text

        where:
        verb   | path                      | body
        'POST' | 'customers'               | '{"line": 99}'
        'POST' | 'customers/99999/say'     | '{"text": "x"}'
        'POST' | 'customers'               | '{broken'
        'GET'  | 'chats/99999'             | null
        'POST' | 'operators/99999/presence'| '{"presence": "online"}'
        'POST' | 'operators/2/presence'    | '{"presence": "dancing"}'
        'POST' | 'clock'                   | '{"advance": "ten minutes"}'
        'POST' | 'clock'                   | '{"advance": "-PT1M"}'
        'POST' | 'clock'                   | '{"speed": "fast"}'
        'POST' | 'faults'                  | '{"event": "explode"}'
        'PUT'  | 'snapshot'                | '{"a": 1}'
        'PUT'  | 'snapshot'                | 'broken'
        'POST' | 'lines/99'                | '{}'
        'POST' | 'apps/nobody/install'     | '{}'
    }
}
