package openlines.nlp.intent

import spock.lang.Specification

/** The threshold between known texts and foreign ones stands where the texts put it, not where chance does. */
class ScopeTrainerSpec extends Specification {

    def "where a tenth of the texts is left out, the threshold stays"() {
        expect:
        spread(thresholds(2000)) < 0.25
    }

    def "where refusing gains little, something is refused all the same"() {
        expect:
        thresholds(300).every { it > 0.1 }
    }

    def "the more foreign messages are expected, the more is asked for"() {
        given:
        def trainer = new ScopeTrainer(texts(2000), 2f)

        when:
        def thresholds = [0.01d, 0.04d, 0.15d, 0.4d].collect { trainer.decision(it).balanced() }

        then:
        thresholds == thresholds.toSorted()
        thresholds.toSet().size() == 4
    }

    def "where nothing foreign was seen, a chance of one half will do"() {
        expect:
        new ScopeTrainer(texts(50).findAll { it.inScope() }, 2f).decision(0.04d).balanced() == 0.5f
    }

    /** Of twenty trainers, each without a tenth of the texts. */
    private static List<Float> thresholds(int count) {
        def all = texts(count)
        (1..20).collect { seed ->
            def random = new Random(seed)
            new ScopeTrainer(all.findAll { random.nextInt(10) > 0 }, 2f).decision(0.04d).balanced()
        }
    }

    /** Known texts whose best score is mostly high, foreign ones whose is mostly low, and many in between. */
    private static List<DecisionTrainer.Unseen> texts(int count) {
        def random = new Random(11)
        (0..<count).collect {
            boolean known = it % 4 > 0
            def scores = [(known ? 4 : 1.5) + 1.5 * random.nextGaussian(), random.nextGaussian(), random.nextGaussian()] as float[]
            float share = random.nextFloat()
            def reading = new Reading(scores, (float) (share * share), 0f, (float) (1 - share / 2), 5, 0.5f)
            new DecisionTrainer.Unseen(reading, known ? 0 : Examples.OUT_OF_SCOPE, 1f, false)
        }
    }

    /** How far thresholds lie apart, as the logarithm of odds. */
    private static double spread(List<Float> thresholds) {
        def odds = thresholds.collect { Math.log(it / (1 - it)) }
        odds.max() - odds.min()
    }
}
