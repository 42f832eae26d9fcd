package openlines.simulator

/** The limits that can be switched on. */
class LimitsSpec extends Calls {

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
}
