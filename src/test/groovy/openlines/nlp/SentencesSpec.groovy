package openlines.nlp

import openlines.nlp.intent.IntentTrainer
import openlines.nlp.intent.Labelled
import openlines.nlp.opennlp.IntentCategorizer
import openlines.nlp.phrase.PhraseBook
import openlines.nlp.text.MessageSentences
import openlines.nlp.text.MessageTokenizer
import opennlp.tools.sentdetect.SentenceDetector
import opennlp.tools.tokenize.Tokenizer
import opennlp.tools.util.Span
import spock.lang.Shared
import spock.lang.Specification

import java.time.Instant
import java.time.ZoneId

class SentencesSpec extends Specification {

    static final Hint HINT = Hint.none(ZoneId.of("Europe/Berlin"), Instant.parse("2026-11-21T10:00:00Z"))

    @Shared Nlp nlp = Nlp.train(PhraseBook.shipped())
    @Shared SentenceDetector detector = MessageSentences.INSTANCE
    @Shared Tokenizer tokenizer = MessageTokenizer.INSTANCE

    def "a message is cut into sentences as people write them: #text"() {
        expect:
        detector.sentDetect(text).toList() == sentences
        detector.sentPosDetect(text).collect { text.substring(it.start, it.end) } == sentences

        where:
        text                                        || sentences
        "Hello! Where is my parcel?"                || ["Hello!", "Where is my parcel?"]
        "hi. where is it. thanks"                   || ["hi.", "where is it.", "thanks"]
        "привет\nгде мой заказ\n\n👍"                || ["привет", "где мой заказ\n\n👍"]
        "Am 5. Mai um 3 Uhr. Danke!"                || ["Am 5. Mai um 3 Uhr.", "Danke!"]
        "Das ist z.B. so. Ok?"                      || ["Das ist z.B. so.", "Ok?"]
        "т.е. завтра. Можно?"                       || ["т.е. завтра.", "Можно?"]
        "ул. Мира, д. 5. Спасибо"                   || ["ул. Мира, д. 5. Спасибо"]
        "Mr. Smith wrote. I answered."              || ["Mr. Smith wrote.", "I answered."]
        "see example.com/a?b=list. thanks"          || ["see example.com/a?b=list.", "thanks"]
        "what?!  really..."                         || ["what?!", "really..."]
        "where is it?when does it come?"            || ["where is it?", "when does it come?"]
        "(He said \"no.\") I left."                 || ["(He said \"no.\")", "I left."]
        "it costs 3.50. ok"                         || ["it costs 3.50. ok"]
        "one sentence"                              || ["one sentence"]
        "..."                                       || ["..."]
        ""                                          || []
        " \n "                                      || []
    }

    def "a message is cut into tokens, each with its place: #text"() {
        expect:
        tokenizer.tokenize(text).toList() == tokens
        Span.spansToStrings(tokenizer.tokenizePos(text), text).toList() == tokens

        where:
        text                    || tokens
        "don't panic, it's 5pm" || ["don't", "panic", ",", "it's", "5", "pm"]
        "a@b.de"                || ["a", "@", "b", ".", "de"]
        "1.500,75 €"            || ["1", ".", "500", ",", "75", "€"]
        "стои\u0301т"           || ["стои\u0301т"]
        "so\u00ADft"            || ["so\u00ADft"]
        "ok👍🏽"                  || ["ok", "👍", "🏽"]
        "О’Нил"                 || ["О’Нил"]
        "  "                    || []
        "\uD83D"                || ["\uD83D"]
    }

    def "our tokens are the classifier's: cut by the tokenizer, a text means the same"() {
        given:
        def model = IntentTrainer.of(texts(), false, 1).train(texts())
        def categorizer = new IntentCategorizer(model)

        expect:
        ["how much is it?", "don't call me at 5pm!", "сколько стоит… доставка?", "was kostet's, für 3 Stück à 5,50€?",
         "so\u00ADft e-mail", "½ price 👍🏽👍", "", "pleeease \u0301\u0302 help"].each { text ->
            def whole = model.classify(text).probabilities().toList()
            def cut = categorizer.categorize(tokenizer.tokenize(text)).collect { (float) it }
            assert whole == cut
        }
    }

    def "of many sentences the one that says something carries the intent: #intent"() {
        when:
        def understood = nlp.understand(text, HINT)

        then:
        understood.intent() == Optional.of(intent)
        understood.text() == text

        where:
        text                                                                                                    || intent
        "Hi there! My sister told me about your shop and my dog loves it. Where is my parcel? Best, Anna"       || "order.status"
        "Добрый день! Мы переезжаем в новую квартиру, цвет вроде был синий. Позовите, пожалуйста, оператора. Спасибо!" || "human.please"
        "Guten Tag. Wir ziehen gerade um und mein Hund mag die Lampe sehr. Wie lange haben Sie heute geöffnet? Danke!" || "opening.hours"
    }

    def "two questions in one message can be read one by one"() {
        when:
        def read = nlp.sentences("Hello! How much is the delivery? And are you open on Sunday at 10?", HINT)

        then:
        read*.text() == ["Hello!", "How much is the delivery?", "And are you open on Sunday at 10?"]
        read*.intent()*.orElse("") == ["greeting", "price.ask", "opening.hours"]
        read[2].entities()*.type() == ["date", "time"]
    }

    def "sentences that say nothing clear do not make a message clear"() {
        expect:
        nlp.understand("My dog loves it. The colour was blue I think. We are moving.", HINT).intent().empty
    }

    private static List<Labelled> texts() {
        PhraseBook.shipped().phrases().findAll { it.inScope() }.collect { new Labelled(it.text(), it.intent()) }
    }
}
