package openlines.nlp

import com.fasterxml.jackson.databind.ObjectMapper
import openlines.nlp.opennlp.LearnedNameFinder
import openlines.nlp.tagger.Piece
import openlines.nlp.tagger.Sentence
import openlines.nlp.tagger.Tagger
import opennlp.tools.namefind.BioCodec
import opennlp.tools.namefind.NameFinderME
import opennlp.tools.namefind.NameSample
import opennlp.tools.namefind.TokenNameFinder
import opennlp.tools.namefind.TokenNameFinderFactory
import opennlp.tools.util.ObjectStreamUtils
import opennlp.tools.util.Span
import opennlp.tools.util.TrainingParameters
import spock.lang.Requires
import spock.lang.Specification

import java.nio.file.Files
import java.nio.file.Path

class TaggerSpec extends Specification {

    def "a name never seen is found by what stands around it"() {
        given:
        def tagger = Tagger.train(["Anna", "Boris", "Clara", "David", "Emma", "Farid"].collect { sentence("my name is", it, "thank you") } +
                ["from Berlin", "from Moscow", "to Vienna"].collect { new Sentence(it.split(" ").toList(), [], "") }, 1)

        expect:
        tagger.find(["my", "name", "is", "Zoltan", "thank", "you"], "") == [new Piece(3, 4, "name")]
        tagger.find(["from", "Berlin"], "") == []
        tagger.find([], "") == []
    }

    def "a word that was never an ordinary one is rather a name than one that was"() {
        given:
        def tagger = Tagger.train(["Skype", "Gmail", "Twitter", "Trello", "Reddit"].collect { sentence("how to close", it, "now") } +
                ["how to close my account now", "how to close everything now", "how to close this account now", "delete everything in this account"].collect {
                    new Sentence(it.split(" ").toList(), [], "")
                }, 1)

        expect:
        tagger.find(["how", "to", "close", "Zulip", "now"], "") == [new Piece(3, 4, "name")]
        tagger.find(["how", "to", "close", "everything", "now"], "") == []
    }

    def "one that learned nothing finds nothing"() {
        expect:
        Tagger.none().find(["my", "name", "is", "Anna"], "") == []
    }

    @Requires(value = { CorpusSpec.present() }, reason = "the corpora are not here: see docs/nlp.md")
    def "on #corpus it finds what we say it does, beside OpenNLP's own name finder"() {
        given:
        def train = sentences(corpus, "train")
        def test = sentences(corpus, "test")

        when:
        def ours = f1(new LearnedNameFinder(Tagger.train(train, 1)), test)
        def theirs = f1(openNlp(train), test)
        println "$corpus: exact span and type F1 $ours, OpenNLP's NameFinder $theirs (${test.sum { it.pieces().size() }} entities)"

        then:
        test.sum { it.pieces().size() } > 20
        ours >= least

        and: "more than OpenNLP's, but where thirty sentences are all there is"
        ours > theirs || corpus == "webapps"

        where:
        corpus      || least
        "askubuntu" || 85
        "webapps"   || 60
        "chatbot"   || 95
    }

    private static Sentence sentence(String before, String name, String after) {
        def lead = before.split(" ").toList()
        new Sentence(lead + [name] + after.split(" ").toList(), [new Piece(lead.size(), lead.size() + 1, "name")], "")
    }

    /** The corpora count words and signs; a row whose span is not the text it names is not used. */
    private static List<Sentence> sentences(String corpus, String split) {
        Files.readAllLines(CorpusSpec.CORPORA.resolve("$corpus/entities.jsonl"))
                .collect { new ObjectMapper().readValue(it, Map) }
                .findAll { it.split == split }
                .collect { row ->
                    def tokens = (row.text =~ /[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/).collect { it as String }
                    def pieces = row.entities
                            .findAll { it.stop < tokens.size() && it.start <= it.stop && tokens[it.start..it.stop].join("") == it.text.replaceAll(/\s+/, "") }
                            .collect { new Piece(it.start as int, it.stop + 1 as int, it.entity) }
                            .sort { it.start() }
                    // of two that overlap the first counts
                    def apart = []
                    pieces.each { if (apart.empty || apart.last().end() <= it.start()) apart << it }
                    new Sentence(tokens, apart, "")
                }
                .findAll { !it.tokens().empty }
    }

    private static TokenNameFinder openNlp(List<Sentence> train) {
        def samples = train.collect { each ->
            new NameSample(each.tokens() as String[], each.pieces().collect { new Span(it.start(), it.end(), it.type()) } as Span[], true)
        }
        def parameters = TrainingParameters.defaultParams()
        parameters.put(TrainingParameters.CUTOFF_PARAM, 0)
        new NameFinderME(NameFinderME.train("en", null, ObjectStreamUtils.createObjectStream(samples), parameters,
                new TokenNameFinderFactory(null, [:], new BioCodec())))
    }

    private static double f1(TokenNameFinder finder, List<Sentence> test) {
        int right = 0, found = 0, wanted = 0
        test.each { each ->
            def gold = each.pieces().collect { [it.start(), it.end(), it.type()] } as Set
            def guessed = finder.find(each.tokens() as String[]).collect { [it.start, it.end, it.type] } as Set
            finder.clearAdaptiveData()
            right += gold.intersect(guessed).size()
            found += guessed.size()
            wanted += gold.size()
        }
        found + wanted == 0 ? 0 : (200d * right / (found + wanted)).round(1)
    }
}
