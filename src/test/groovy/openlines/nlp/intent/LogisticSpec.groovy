package openlines.nlp.intent

import spock.lang.Specification

/** The regression under the out-of-scope head finds its way from anywhere. */
class LogisticSpec extends Specification {

    def "a prior far from what the texts say is left behind: #start"() {
        given: "texts in scope have the higher first signal, one in ten the other way round"
        def random = new Random(7)
        def labels = new boolean[4000]
        def rows = new float[4000][2]
        4000.times { i ->
            labels[i] = random.nextInt(10) != 0
            rows[i][0] = (float) ((labels[i] ? 5 : 3) + random.nextGaussian())
            rows[i][1] = (float) random.nextGaussian()
        }
        def importance = new float[4000]
        Arrays.fill(importance, 1f)

        when:
        def weights = Logistic.fit(rows, labels, importance, start as float[], 3)

        then: "told apart as well as these can be"
        (0..<4000).count { (weights[0] * rows[it][0] + weights[1] * rows[it][1] + weights[2] > 0) == labels[it] } > 3700

        where:
        start << [[0, 0, 0], [2, 0, 0], [-2, 0, 0], [4, 4, 4], [-3, 0, 5]]
    }
}
