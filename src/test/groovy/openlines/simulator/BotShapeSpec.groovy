package openlines.simulator

import spock.lang.Specification

class BotShapeSpec extends Specification {

    static final Map DESCRIBED = [type: 'object', fields: [id: [type: 'integer'], name: [type: 'string|null'], kind: [type: 'string', values: ['a', 'b']],
                                                           tags: [type: 'array<integer>'], user: [type: 'User', fields: [id: [type: 'integer']]]]]
    static final Map FITTING = [id: 5, name: null, kind: 'a', tags: [1, 2], user: [id: 1, name: 'Ann']]

    def "what fits is fine"() {
        expect:
        BotShape.problems(DESCRIBED, FITTING) == []
    }

    def "#change is told: #problem"() {
        expect:
        BotShape.problems(DESCRIBED, (FITTING + change).findAll { it.value != 'gone' }).any { it.contains(problem) }

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
