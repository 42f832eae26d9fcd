package openlines.simulator

import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit

/** What becomes of events and calls when something goes wrong, by itself or as ordered. */
class DeliverySpec extends Calls {

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
                .contains("--data-raw '{\"a\":\"it'\\''s\"}' '$portal.url/rest/1/")
    }
}
