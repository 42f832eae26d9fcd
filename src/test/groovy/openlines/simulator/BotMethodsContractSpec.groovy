package openlines.simulator

import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** The 68 methods of the bot platform against the contract: what they answer, and how they refuse. */
class BotMethodsContractSpec extends Specification {

    static final Map<String, Map> METHODS = Contract.methods('imbot-v2') + Contract.methods('imbot-v1')

    @AutoCleanup @Shared BotStage stage = new BotStage()

    def setup() { stage.setUp() }

    def "every method of the contract is called here, and no other"() {
        expect:
        BotGood.PARAMS.keySet() == METHODS.keySet()
        METHODS.size() == 68
    }

    def "#method answers as its page says"() {
        when:
        def answer = stage.portal.rest(method, BotGood.PARAMS[method].call(stage))

        then:
        answer.status == 200
        BotShape.problems(METHODS[method].result as Map, answer.json.result, method) == []
        answer.json.time.operating >= 0

        where:
        method << METHODS.keySet()
    }

    def "#method refuses with #error.code (#error.when)"() {
        given:
        def params = BotBad.spoil(stage, method, error, BotGood.PARAMS[method].call(stage))
        def webhook = params?.webhook ?: stage.portal.simulator.webhook()

        expect: "a call that meets the error"
        params != null

        when:
        def answer = params.auth ? stage.portal.send('POST', "$stage.portal.url/rest/$method", params)
                : stage.portal.rest(method, params.findAll { it.key != 'webhook' }, webhook)

        then:
        [answer.status, answer.json.error] == [error.status, error.code]
        error.description == null || answer.json.error_description == error.description.replace('max: N', 'max: 5')

        where:
        [method, error] << METHODS.collectMany { name, page -> page.errors.findAll { !BotBad.leftOut(name, it) }.collect { [name, it] } }
    }

    def "what is left out of the refusals is in the contract"() {
        expect:
        BotBad.LEFT_OUT.keySet().every { left ->
            METHODS.any { name, page -> page.errors.any { left in [it.code, "$name $it.code".toString(), "$name $it.code $it.description".toString()] } }
        }
    }

    def "#method takes no scope but its own"() {
        given:
        def other = scope == 'im' ? 'imbot' : 'im'

        when:
        def answer = stage.portal.rest(method, BotGood.PARAMS[method].call(stage), stage.portal.webhookOf(1, [other]))

        then:
        answer.status == 403
        answer.json.error == 'insufficient_scope'

        where:
        method << METHODS.keySet()
        scope = METHODS[method].scope[0]
    }
}
