package openlines.nlp

import openlines.nlp.evaluate.Corpora
import openlines.nlp.evaluate.Evaluator
import openlines.nlp.evaluate.Report
import openlines.nlp.evaluate.TypoTest
import spock.lang.Requires
import spock.lang.Specification

import java.nio.file.Files
import java.nio.file.Path

/**
 * The small public corpora, in the ordinary run. The large ones take minutes: `./openlines verify --long`, or
 * {@code openlines evaluate --corpora <folder>}, which also prints the table.
 */
@Requires(value = { CorpusSpec.present() }, reason = "the corpora are not here: see docs/nlp.md")
class CorpusSpec extends Specification {

    static final Path CORPORA = Path.of(System.getProperty("openlines.corpora", "../shared/nlu"))

    static boolean present() {
        Files.isDirectory(CORPORA.resolve("askubuntu"))
    }

    def "#corpus is understood as well as we say it is"() {
        when:
        def report = measured(corpus)

        then: "well within the seeds' spread of what docs/nlp.md says"
        report.accuracy() >= least

        where:
        corpus      || least
        "askubuntu" || 91
        "webapps"   || 83
        "chatbot"   || 98
        "hass_ru"   || 94
        "hass_de"   || 97
    }

    def "the large corpora reach what docs/nlp.md says: #corpora"() {
        when:
        def lines = new Corpora(CORPORA, false, 1).measure(corpora, {})

        then:
        lines.findAll { it.published().measure() == openlines.nlp.evaluate.Published.Measure.ACCURACY }*.ours().min() >= 79
        lines.findAll { it.published().measure() == openlines.nlp.evaluate.Published.Measure.CALIBRATION }*.ours().max() <= 2

        where: "the larger one takes minutes: only in the long form"
        corpora << (Boolean.getBoolean("openlines.long") ? [["banking77"], ["clinc150"]] : [["banking77"]])
    }

    private static Report measured(String corpus) {
        def train = Corpora.read(CORPORA.resolve("$corpus/train.tsv"))
        def test = Corpora.read(CORPORA.resolve("$corpus/test.tsv"))
        Report.of(new Evaluator(false, 1).test(train, test))
    }

    def "three in ten words misspelt costs little: #corpus"() {
        when:
        def line = new TypoTest(CORPORA, false, 1).measure([corpus], {}).first()

        then:
        line.clean() >= 94
        line.threeTenths() >= line.clean() - most

        where:
        corpus    || most
        "hass_ru" || 4
        "hass_de" || 4
    }
}
