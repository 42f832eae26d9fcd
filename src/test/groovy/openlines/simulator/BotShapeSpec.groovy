package openlines.simulator

import spock.lang.Specification

<<<<<<<< HEAD:src/test/groovy/openlines/simulator/DescribedSpec.groovy
class DescribedSpec extends Specification {
========
class BotShapeSpec extends Specification {
>>>>>>>> imbot:src/test/groovy/openlines/simulator/BotShapeSpec.groovy

    static final Map DESCRIBED = [type: 'object', fields: [id: [type: 'integer'], name: [type: 'string|null'], kind: [type: 'string', values: ['a', 'b']],
                                                           tags: [type: 'array<integer>'], user: [type: 'User', fields: [id: [type: 'integer']]]]]
    static final Map FITTING = [id: 5, name: null, kind: 'a', tags: [1, 2], user: [id: 1, name: 'Ann']]

    def "what fits is fine"() {
        expect:
<<<<<<<< HEAD:src/test/groovy/openlines/simulator/DescribedSpec.groovy
        BotShape.problems(DESCRIBED, FITTING) == []
========
        BotShape.problems(DESCRIBED, FITTING) == []
>>>>>>>> imbot:src/test/groovy/openlines/simulator/BotShapeSpec.groovy
    }

    def "#change is told: #problem"() {
        expect:
<<<<<<<< HEAD:src/test/groovy/openlines/simulator/DescribedSpec.groovy
        BotShape.problems(DESCRIBED, (FITTING + change).findAll { it.value != 'gone' }).any { it.contains(problem) }
========
        BotShape.problems(DESCRIBED, (FITTING + change).findAll { it.value != 'gone' }).any { it.contains(problem) }
>>>>>>>> imbot:src/test/groovy/openlines/simulator/BotShapeSpec.groovy

        where:
        change                          | problem
        [id: '5']                       | '.id: 5 is no integer'
        [id: 'gone']                    | 'id is missing'
        [extra: 1]                      | 'extra is on no page'
        [name: 7]                       | '.name: 7 is no string|null'
        [kind: 'c']                     | 'c is none of'
        [tags: ['x']]                   | '.tags[0]: x is no integer'
        [user: [name: 'Ann']]           | 'id is missing'
        [user: [id: 1, active: 'yes']]  | '.user.active: yes is no boolean'
        [user: [id: 1, nickname: 'x']]  | 'nickname is on no page'
    }
}
