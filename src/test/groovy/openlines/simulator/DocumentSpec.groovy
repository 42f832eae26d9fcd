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
}
