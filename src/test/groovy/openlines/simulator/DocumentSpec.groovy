package openlines.simulator

import io.micronaut.web.router.Router
import org.yaml.snakeyaml.Yaml
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class DocumentSpec extends Specification {

    @Shared @AutoCleanup Portal portal = new Portal()

    def "the OpenAPI document has every address of the control face, and no other"() {
        given:
        def document = new Yaml().load(portal.send('GET', "$portal.url/simulator/openapi", null).text) as Map
        def told = document.paths.collectMany { path, verbs ->
            verbs.keySet().findAll { it in ['get', 'post', 'put', 'delete'] }.collect { "$it $path".replaceAll(/\{\w+}/, '{}') as String }
        } as TreeSet
        def there = portal.simulator.context.getBean(Router).uriRoutes()
                .filter { it.uriMatchTemplate.toPathString().startsWith('/simulator/') && it.httpMethodName in ['GET', 'POST', 'PUT', 'DELETE'] }
                .map { "${it.httpMethodName.toLowerCase()} ${it.uriMatchTemplate.toPathString() - '/simulator'}".replaceAll(/\{\w+}/, '{}') as String }
                .toList() as TreeSet

        expect:
        there.size() > 60
        told - there == [] as Set
        there - told == [] as Set
    }

    def "every parameter of a path is described, and every reference leads somewhere"() {
        given:
        def text = portal.send('GET', "$portal.url/simulator/openapi", null).text
        def document = new Yaml().load(text) as Map

        expect:
        document.paths.every { path, item ->
            def named = (item.parameters ?: []).collect { it.name ?: it['$ref'].tokenize('/').last() }
            path.findAll(/\{(\w+)}/) { it[1] }.every { it in named }
        }
        text.findAll(/#\/components\/(\w+)\/(\w+)/) { it.drop(1) }.every { kind, name -> document.components[kind][name] != null }
    }

    def "the coverage page names the methods and what is assumed"() {
        given:
        def coverage = portal.control('GET', 'coverage')

        expect:
        coverage.methods.findAll { it.stands }*.name.containsAll(Contract.methods('imopenlines').keySet())
        coverage.events*.name.containsAll(['ONIMBOTV2MESSAGEADD', 'ONIMCONNECTORMESSAGEADD', 'ONSESSIONSTART'])
        coverage.errors.contains('QUERY_LIMIT_EXCEEDED')
        coverage.assumed.size() > 10
        coverage.observed.size() > 5
        coverage.methods.every { it.mark in ['documented', 'observed', 'assumed'] && (it.mark == 'documented') == it.words.empty }
    }

    def "what is documented is what the contract says"() {
        given:
        def documented = new Yaml().load(getClass().getResource('/simulator/documented.yaml').text) as Map
        def methods = ['imopenlines', 'imconnector', 'imbot-v2', 'imbot-v1', 'platform'].collectEntries { Contract.methods(it) }
        def protocol = Contract.load('rest-protocol')
        def events = ['bot-events', 'openline-events', 'connector-events'].collectMany { Contract.methods(it).collect { name, event -> [(event.code ?: name).toUpperCase(), event.doc] } }

        expect:
        documented.methods.keySet() == methods.keySet() + protocol.system_methods.keySet() + ['batch']
        methods.every { name, method -> documented.methods[name].page == [method.doc].flatten()[0] }
        methods.every { name, method -> documented.methods[name].errors as Set == (method.errors ?: []).collectMany { [it.code].flatten() }.findAll()*.toString() as Set }
        documented.events.collect { name, event -> [name, event.page] } as Set == events as Set
        documented.errors as Set == protocol.system_errors*.code.findAll() as Set
    }

    def "what an exchange rests on is said: #method"() {
        given:
        def chat = portal.say(portal.customer(), 'hello').chatId

        when:
        portal.rest(method, [CHAT_ID: chat] + more)
        def entry = portal.control('GET', "dialogs/$chat/exchanges").last()

        then:
        entry.mark == mark
        entry.page.contains(page)
        entry.words.any { it.contains(words) } || words.empty && entry.words.empty

        where:
        method                           | more         || mark         | page                             | words
        'imopenlines.operator.answer'    | [:]          || 'documented' | 'imopenlines-operator-answer.md' | ''
        'imopenlines.dialog.get'         | [:]          || 'assumed'    | 'imopenlines-dialog-get.md'      | 'entity_data_1'
        'imopenlines.no.such'            | [:]          || 'assumed'    | ''                               | 'No page describes it'
    }

    def "a page from elsewhere can't reach in: origin #origin"() {
        expect:
        portal.send('POST', "$portal.url/simulator/reset", null, [Origin: origin ?: "$portal.url".toString()]).status == status

        where:
        origin                   || status
        ''                       || 200
        'http://localhost:3000'  || 403
        'http://evil.example'    || 403
        'http://127.0.0.1.evil.example' || 403
        'null'                   || 403
    }

    def "what an operator notes for colleagues, pins, silences and is rated with"() {
        given:
        def chat = portal.say(portal.customer(), 'hello').chatId
        portal.operator(chat, 2, 'answer')

        when:
        portal.operator(chat, 2, 'say', [text: 'careful', hidden: true])
        portal.operator(chat, 2, 'silent', [ACTIVATE: 'Y'])
        portal.operator(chat, 1, 'vote', [RATING: 3])

        then:
        portal.chat(chat).messages[-1].params.SKIP_CONNECTOR == 'Y'
        portal.call('imopenlines.session.history.get', [CHAT_ID: chat]).sessionVoteHead == 3
        portal.call('imopenlines.dialog.get', [CHAT_ID: chat]).entity_data_3 == 'Y'
    }

    def "ordered trouble is seen until it has hit"() {
        given:
        portal.control('POST', 'faults', [error: 'OVERLOAD_LIMIT', method: 'profile', count: 2])
        portal.control('POST', 'faults', [event: 'late', name: 'ONX'])

        when:
        portal.rest('profile')

        then:
        portal.control('GET', 'faults').with { it.calls*.count == [1] && it.events*.name == ['ONX'] }

        cleanup:
        portal.control('DELETE', 'faults')
    }
}
