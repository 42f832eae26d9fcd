package openlines.simulator

import java.nio.charset.StandardCharsets
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class BadInputSpec extends Specification {

    static final Map JSON = ['Content-Type': 'application/json']
    static final Map FORM = ['Content-Type': 'application/x-www-form-urlencoded']

    @Shared @AutoCleanup Portal portal = new Portal()

    def "#what is a plain 4xx"() {
        when:
        def answer = portal.send('POST', portal.simulator.webhook() + 'imopenlines.config.get', body, headers)

        then:
        answer.status in 400..499
        answer.json == null || answer.json.error

        and: "the next good call is served"
        portal.call('imopenlines.revision.get').rest == 2

        where:
        what                       | headers | body
        'broken JSON'              | JSON    | '{"CONFIG_ID": '
        'JSON with a tail'         | JSON    | '{"CONFIG_ID": 1} {}'
        'a JSON list'              | JSON    | '[1]'
        'a JSON number'            | JSON    | '5'
        '10,000 levels of JSON'    | JSON    | '{"a":' * 10_000 + '1' + '}' * 10_000
        '10,000 levels of lists'   | JSON    | '{"a":' + '[' * 10_000 + ']' * 10_000 + '}'
        '10,000 levels of a form'  | FORM    | 'a' + '[b]' * 10_000 + '=1'
        'invalid UTF-8 in JSON'    | JSON    | [123, 34, -1, -2, 34, 58, 49, 125] as byte[]
        'invalid UTF-8 in a form'  | FORM    | 'CONFIG_ID=%ff%fe'
        'half an escape'           | FORM    | 'CONFIG_ID=%e'
        'an id of 2^63'            | JSON    | '{"CONFIG_ID": 9223372036854775808}'
        'an id of 2^63 as a text'  | FORM    | 'CONFIG_ID=9223372036854775808'
        'a number of 400 digits'   | JSON    | '{"CONFIG_ID": ' + '9' * 400 + '}'
        'a number of 2000 digits'  | JSON    | '{"CONFIG_ID": ' + '9' * 2000 + '}'
        'an object for an id'      | JSON    | '{"CONFIG_ID": {"a": [1]}}'
        'nothing for an id'        | FORM    | 'CONFIG_ID='
        'a key without a value'    | FORM    | 'CONFIG_ID'
        'the same key twice'       | FORM    | 'CONFIG_ID=1&CONFIG_ID=x'
        'parts without a boundary' | ['Content-Type': 'multipart/form-data'] | 'x'
        'half a part'              | ['Content-Type': 'multipart/form-data; boundary=x'] | '--x\r\nContent-Disposition: form-data; name="CONFIG_ID"'
    }

    def "50 MB are refused, and the portal goes on"() {
        when:
        int status
        try {
            status = portal.send('POST', portal.simulator.webhook() + 'profile', ('a' * (50 * 1024 * 1024)).getBytes(StandardCharsets.US_ASCII), FORM).status
        } catch (IOException ignored) {
            // the portal closed the connection before all was sent
            status = 413
        }

        then:
        status == 413
        portal.call('imopenlines.revision.get').rest == 2
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
