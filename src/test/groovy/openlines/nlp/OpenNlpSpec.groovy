package openlines.nlp

import openlines.nlp.intent.IntentTrainer
import openlines.nlp.intent.Labelled
import openlines.nlp.file.ModelFileException
import openlines.nlp.opennlp.BlendTrainer
import openlines.nlp.opennlp.ForeignModels
import openlines.nlp.opennlp.IntentCategorizer
import openlines.nlp.phrase.PhraseBook
import openlines.nlp.phrase.ValueList
import openlines.nlp.text.MessageTokenizer
import opennlp.tools.doccat.BagOfWordsFeatureGenerator
import opennlp.tools.doccat.DoccatFactory
import opennlp.tools.doccat.DoccatModel
import opennlp.tools.doccat.DocumentCategorizerME
import opennlp.tools.doccat.DocumentSample
import opennlp.tools.doccat.FeatureGenerator
import opennlp.tools.namefind.BioCodec
import opennlp.tools.namefind.NameFinderME
import opennlp.tools.namefind.NameSample
import opennlp.tools.namefind.TokenNameFinderFactory
import opennlp.tools.util.ObjectStreamUtils
import opennlp.tools.util.Span
import opennlp.tools.util.TrainingParameters
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path
import java.time.Instant
import java.time.ZoneId

class OpenNlpSpec extends Specification {

    static final Hint HINT = Hint.none(ZoneId.of("Europe/Berlin"), Instant.parse("2026-11-21T10:00:00Z"))

    @TempDir Path folder

    static final List<Labelled> TEXTS = PhraseBook.shipped().phrases()
            .findAll { it.inScope() && it.language() == "en" }
            .collect { new Labelled(it.text(), it.intent()) }

    def "our model is a DocumentCategorizer"() {
        given:
        def categorizer = new IntentCategorizer(IntentTrainer.of(TEXTS, false, 1).train(TEXTS))

        when:
        def chances = categorizer.categorize("how much does it cost".split(" "))

        then:
        categorizer.getBestCategory(chances) == "price.ask"
        Math.abs(chances.sum() - 1) < 1e-5
        categorizer.numberOfCategories == 12
        categorizer.getCategory(categorizer.getIndex("thanks")) == "thanks"
        categorizer.sortedScoreMap("how much is it".split(" ")).get(categorizer.scoreMap("how much is it".split(" ")).values().max()) == ["price.ask"] as Set
    }

    def "our trainer is an EventTrainer: OpenNLP trains with it, and keeps its model by itself"() {
        given:
        BlendTrainer.register()
        def parameters = new TrainingParameters()
        parameters.put(TrainingParameters.ALGORITHM_PARAM, BlendTrainer.ALGORITHM)
        parameters.put(TrainingParameters.CUTOFF_PARAM, 0)
        def samples = TEXTS.collect { new DocumentSample(it.intent(), it.text().toLowerCase().split(/\W+/)) }

        when:
        def trained = DocumentCategorizerME.train("en", ObjectStreamUtils.createObjectStream(samples), parameters,
                new DoccatFactory([new BagOfWordsFeatureGenerator()] as FeatureGenerator[]))
        def file = new ByteArrayOutputStream()
        trained.serialize(file)
        def categorizer = new DocumentCategorizerME(new DoccatModel(new ByteArrayInputStream(file.toByteArray())))

        then:
        categorizer.getBestCategory(categorizer.categorize(text.split(" "))) == intent

        where:
        text                         || intent
        "how much does it cost"      || "price.ask"
        "where is my parcel"         || "order.status"
        "thank you very much"        || "thanks"
        "let me talk to an operator" || "human.please"
    }

    def "a categorizer file that OpenNLP's own trainer wrote answers in our classifier's place"() {
        given:
        def file = folder.resolve("doccat.bin")
        def samples = TEXTS.collect { new DocumentSample(it.intent(), MessageTokenizer.INSTANCE.tokenize(it.text().toLowerCase())) } +
                ["blue sky thinking", "moon and stars", "the cat sat on the mat"].collect { new DocumentSample("out.of.scope", MessageTokenizer.INSTANCE.tokenize(it)) }
        def parameters = TrainingParameters.defaultParams()
        parameters.put(TrainingParameters.CUTOFF_PARAM, 0)
        DocumentCategorizerME.train("en", ObjectStreamUtils.createObjectStream(samples), parameters, new DoccatFactory()).serialize(file)

        when:
        def nlp = Nlp.train(PhraseBook.empty()).with(ForeignModels.categorizer(file), MessageTokenizer.INSTANCE)
        def understood = nlp.understand("how much does it cost", HINT)

        then:
        understood.intent() == Optional.of("price.ask")
        understood.ranking().size() == 3
        nlp.intents().toSet() == TEXTS*.intent().toSet()
        nlp.understand("the cat sat on the moon", HINT).intent().empty
        nlp.understand("", HINT).intent().empty
        nlp.understand("call +49 30 12345678", HINT).entity("phone").get().value() == "+493012345678"
        nlp.reasons("how much does it cost", "price.ask", HINT) == []

        when: "it is saved into a file of ours"
        nlp.save(folder.resolve("model.bin"))

        then:
        thrown(IllegalStateException)
    }

    def "a name finder file of OpenNLP's finds names beside what the bot's own lists have"() {
        given:
        def file = folder.resolve("names.bin")
        def samples = ["Anna", "Boris", "Clara", "David", "Emma", "Farid", "Greta", "Hans", "Ida", "Jan"].collect { name ->
            new NameSample(["my", "name", "is", name, "and", "I", "live", "in", "Berlin"] as String[], [new Span(3, 4, "person")] as Span[], true)
        }
        def parameters = TrainingParameters.defaultParams()
        parameters.put(TrainingParameters.CUTOFF_PARAM, 0)
        NameFinderME.train("en", null, ObjectStreamUtils.createObjectStream(samples), parameters, new TokenNameFinderFactory(null, [:], new BioCodec())).serialize(file)
        def book = new PhraseBook([], [new ValueList("en", "city", [Berlin: []])], [])

        when:
        def found = Nlp.train(book).with(ForeignModels.names(file)).understand("my name is Zoltan and I live in Berlin", HINT).entities()

        then:
        found.collect { it.type() + "=" + it.value() } == ["person=Zoltan", "city=Berlin"]
        found[0].confidence() > 0 && found[0].confidence() <= 1
        found[0].start() == 11
    }

    def "a file that is no model of OpenNLP's is refused with a sentence"() {
        given:
        def file = folder.resolve("no.bin")
        Files.writeString(file, "no model")

        when:
        read(file)

        then:
        def refused = thrown(ModelFileException)
        refused.message.contains("no.bin")

        where:
        read << [ForeignModels::categorizer, ForeignModels::names]
    }
}
