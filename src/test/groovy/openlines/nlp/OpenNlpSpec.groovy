package openlines.nlp

import openlines.nlp.intent.IntentTrainer
import openlines.nlp.intent.Labelled
import openlines.nlp.opennlp.BlendTrainer
import openlines.nlp.opennlp.IntentCategorizer
import openlines.nlp.phrase.PhraseBook
import opennlp.tools.doccat.BagOfWordsFeatureGenerator
import opennlp.tools.doccat.DoccatFactory
import opennlp.tools.doccat.DoccatModel
import opennlp.tools.doccat.DocumentCategorizerME
import opennlp.tools.doccat.DocumentSample
import opennlp.tools.doccat.FeatureGenerator
import opennlp.tools.util.ObjectStreamUtils
import opennlp.tools.util.TrainingParameters
import spock.lang.Specification

class OpenNlpSpec extends Specification {

    static final List<Labelled> TEXTS = PhraseBook.shipped().phrases()
            .findAll { it.language() == "en" }
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
}
