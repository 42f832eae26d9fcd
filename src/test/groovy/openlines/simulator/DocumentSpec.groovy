package openlines.simulator

import org.yaml.snakeyaml.Yaml
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class DocumentSpec extends Specification {

    @Shared @AutoCleanup Portal portal = new Portal()

    def "every address of the OpenAPI document is there"() {
        given:
        def document = new Yaml().load(portal.send('GET', "$portal.url/simulator/openapi", null).text) as Map

        expect:
        document.paths.size() > 25
        document.paths.collectMany { path, verbs ->
            verbs.keySet().findAll { it in ['get', 'post', 'put', 'delete'] && path != '/stream' }.findAll { verb ->
                def address = path.replace('{id}', '99999').replace('{userId}', '99999').replace('{clientId}', 'x').replace('{act}', 'answer')
                def answer = portal.send(verb.toUpperCase(), "$portal.url/simulator$address", verb == 'put' ? '{}' : null)
                // the server's own "not found" and "not allowed" carry no words of the control face
                answer.status == 405 || (answer.status == 404 && !answer.json?.error)
            }.collect { "$it $path" }
        } == []
    }

    def "the coverage page names the methods and what is assumed"() {
        given:
        def coverage = portal.control('GET', 'coverage')

        expect:
        coverage.methods*.name.containsAll(Contract.methods('imopenlines').keySet())
        coverage.assumed.size() > 10
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
