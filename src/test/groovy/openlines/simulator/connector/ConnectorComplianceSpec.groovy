package openlines.simulator.connector

import openlines.simulator.Portal
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Every method of the contract's connectors, its example, its fields and each of its errors. */
class ConnectorComplianceSpec extends Specification {

    /** Errors that no request can provoke, and why. */
    static final Map<String, String> UNPROVOKED = [
            'imconnector.register NO_APPLICATION_ID'                                : 'a call without an application is refused before, with WRONG_AUTH_TYPE',
            'imconnector.unregister NO_APPLICATION_ID'                              : 'a call without an application is refused before, with WRONG_AUTH_TYPE',
            'imconnector.list ACCESS_DENIED The ImOpenLines module is not installed': 'the simulated portal always has open lines',
            'imconnector.send.messages IMCONNECTOR_NOT_SPECIFIED_CORRECT_COMMAND'   : 'the command is the name of the method itself',
    ]

    @Shared @AutoCleanup Portal portal = new Portal()
    @Shared @AutoCleanup ConnectorApp app = new ConnectorApp(portal).connect()
    @Shared @AutoCleanup ConnectorApp other = new ConnectorApp(portal, 'other_connector').connect()
    @Shared ConnectorApp plain = new ConnectorApp(portal, 'plain')
    @Shared Map employee
    @Shared Map out

    def setupSpec() {
        employee = portal.control('POST', 'apps', [scope: ['imopenlines', 'imconnector'], userId: 2])
        def session = app.send(id: 'ext-msg-1001').session
        portal.operator(session.CHAT_ID, portal.chat(session.CHAT_ID).session.operator, 'answer')
        app.confirming = false
        portal.operator(session.CHAT_ID, portal.chat(session.CHAT_ID).session.operator, 'say', [text: 'Guten Tag!'])
        portal.settle()
        out = app.named('OnImConnectorMessageAdd').last().data.MESSAGES['0'] as Map
    }

    def cleanupSpec() { plain.close() }

    /** The contract's example, in the ids of this portal. */
    Map example(String method) {
        def params = new LinkedHashMap(ConnectorContract.METHODS[method].example.request as Map)
        if (method.contains('send.status')) {
            params.MESSAGES = [[im: out.im, message: [id: ['ext-msg-1007'], date: 1738065600], chat: [id: 'channel-123']]]
        }
        if (method == 'imconnector.chat.name.set') {
            params += [CHAT_ID: 'channel-123', USER_ID: 'ext-user-42']
        }
        params + (params.containsKey('LINE') ? [LINE: 1] : [:]) + (params.containsKey('CONNECTOR') ? [CONNECTOR: 'myconnector'] : [:])
    }

    static List<List> rows() {
        ConnectorContract.METHODS.collectMany { method, page -> page.errors.collect { [method, it] } }
    }

    static String key(String method, Map row) {
        ["$method $row.code".toString(), "$method $row.code $row.description".toString()].find { UNPROVOKED.containsKey(it) }
    }

    def "twelve methods with sixty-one error rows, all of them answered for"() {
        expect:
        ConnectorContract.METHODS.size() == 12
        rows().size() == 61
        UNPROVOKED.keySet() == rows().collect { method, row -> key(method, row) }.findAll() as Set
        println "methods 12/12, errors ${rows().count { method, row -> !key(method, row) }} provoked and ${UNPROVOKED.size()} with a reason of 61"
    }

    def "#method refuses with #row.code: #row.when"() {
        given:
        def params = example(method)
        def response = provoke(method, row, params)
        def answer = row.status == 200 ? response.json.result : response.json

        expect:
        response.status == row.status
        answer.error == row.code
        answer.error_description in [row.description, row.ru_copy]
        row.status != 200 || answer.result == false

        where:
        [method, row] << rows().findAll { method, row -> !key(method, row) }
    }

    Map provoke(String method, Map row, Map params) {
        def missing = (row.description =~ /Argument '(\w+)' is null or empty/)
        if (missing.find()) {
            params.remove(missing.group(1))
            return app.rest(method, params)
        }
        switch (row.code) {
            case 'WRONG_AUTH_TYPE': return portal.rest(method, params)
            case 'NOT_ACTIVE_LINE': return app.rest(method, params + [LINE: 77])
            case 'IMCONNECTOR_NO_CORRECT_PROVIDER': return app.rest(method, params + [CONNECTOR: 'nobody_s'])
            case 'CHAT_RENAMING_FAILED': return app.rest(method, params + [CHAT_ID: 'nowhere'])
            case 'ACCESS_DENIED': return portal.send('POST', "$portal.url/rest/$method", [auth: employee.auth.access_token])
            case 'APPLICATION_UNREGISTRATION_ERROR': return app.rest(method, [ID: 'other_connector'])
            case 'APPLICATION_REGISTRATION_ERROR': return app.rest(method, params + [ID: 'other_connector'])
            case 'APPLICATION_REGISTRATION_ERROR_POINT': return app.rest(method, params + [ID: 'my.connector'])
            case 'GENERAL_CONNECTOR_REGISTRATION_ERROR': return app.rest(method, params + [ID: 'my connector!'])
            case 'CONNECTOR_ID_REQUIRED': return app.rest(method, params + [ID: 5])
            case 'NAME_REQUIRED': return app.rest(method, params + [NAME: ''])
            case 'ICON_REQUIRED': return app.rest(method, params + [ICON: [COLOR: '#fff']])
            case 'NO_PLACEMENT_HANDLER': return app.rest(method, params.findAll { it.key != 'PLACEMENT_HANDLER' })
        }
        if (method == 'imconnector.chat.name.set') {
            return app.rest(method, params.findAll { it.key != 'USER_ID' })
        }
        assert method == 'imconnector.send.messages'
        switch (row.when) {
            case 'MESSAGES is not an array': return app.rest(method, params + [MESSAGES: 'hello'])
            case 'an element of MESSAGES is not an array': return app.rest(method, params + [MESSAGES: ['hello']])
            case 'an element lacks user, message or chat': return app.rest(method, params + [MESSAGES: [[message: [text: 'hello'], chat: [id: '1']]]])
        }
        throw new IllegalArgumentException("nobody provokes $method $row")
    }

    def "#method answers its example in the documented form"() {
        given:
        def seen = []
        def caller = method == 'imconnector.unregister' ? plain : app
        if (method == 'imconnector.unregister') {
            plain.does('imconnector.register', plain.registration())
        }
        def params = method == 'imconnector.unregister' ? [ID: 'plain']
                : method == 'imconnector.register' ? example(method) : example(method)
        if (method == 'imconnector.delete.messages') {
            app.send(id: 'ext-msg-1001')
        }

        when:
        def answer = caller.does(method, params)
        def page = ConnectorContract.METHODS[method]

        then:
        ConnectorContract.faults(page.result as Map, answer, false, 'result', seen) == []
        method == 'imconnector.list' || ConnectorContract.shape(answer) == ConnectorContract.shape(page.example.result)
        seen.size() >= 1

        where:
        method << ConnectorContract.METHODS.keySet()
    }
}
