package openlines.plugin

import java.nio.file.Files
import java.nio.file.Path
import openlines.nlp.phrase.PhraseBook
import spock.lang.Specification
import spock.lang.TempDir

class TrainingFileSpec extends Specification {
    @TempDir Path folder
    Path bots
    Path intents

    def setup() {
        bots = Files.createDirectories(folder.resolve('bots/shop')).parent
        intents = Files.createDirectories(folder.resolve('intents/en')).parent
    }

    def "a phrase is added where a person would write it, and all else stays: #what"() {
        given:
        def file = intents.resolve('en/price.ask.yml')
        Files.writeString(file, before)

        when:
        TrainingFile.of(bots, 'shop', 'en', 'price.ask').add(phrase)

        then:
        Files.readString(file) == after
        PhraseBook.read(intents).phrases()*.text().contains(phrase.strip())

        where:
        what               | before                                                             | phrase             || after
        'a list'           | 'phrases:\n  - how much\n'                                         | 'what is the cost' || 'phrases:\n  - how much\n  - what is the cost\n'
        'no indent'        | 'phrases:\n- how much\n'                                           | 'the cost'         || 'phrases:\n- how much\n- the cost\n'
        'bare list'        | '- how much\n- prices'                                             | 'the cost'         || '- how much\n- prices\n- the cost\n'
        'something behind' | 'phrases:\n  - how much # asked most\n\nsynonyms:\n  a: [b]\n'     | 'the cost'         || 'phrases:\n  - how much # asked most\n  - the cost\n\nsynonyms:\n  a: [b]\n'
        'in one line'      | 'phrases: [how much, prices]\n'                                    | 'the cost'         || 'phrases: [how much, prices, "the cost"]\n'
        'signs'            | 'phrases:\n  - "how much?"\n'                                       | 'cost: "what"?'    || 'phrases:\n  - "how much?"\n  - "cost: \\"what\\"?"\n'
        'emoji before'     | 'phrases:\n  - 💶 how much\n  - prices\n'                            | 'стоимость'        || 'phrases:\n  - 💶 how much\n  - prices\n  - стоимость\n'
        'a word of YAML'   | 'phrases:\n  - how much\n'                                         | 'no'               || 'phrases:\n  - how much\n  - "no"\n'
    }

    def "what can't be is refused in words, and nothing is written: #why"() {
        given:
        def file = intents.resolve('en/price.ask.yml')
        Files.writeString(file, text)

        when:
        TrainingFile.of(bots, 'shop', language, intent).add(phrase)

        then:
        def refused = thrown(IllegalArgumentException)
        refused.message.contains(why)
        Files.readString(file) == text

        where:
        text                       | language | intent      | phrase      || why
        'phrases:\n  - how much\n' | 'en'     | 'price.ask' | 'how much'  || 'has this phrase already'
        'phrases:\n  - how much\n' | 'en'     | 'price.ask' | '  '        || 'a phrase has words'
        'phrases:\n  - how much\n' | 'en'     | 'price.ask' | 'a [b](c)'  || 'brackets'
        'phrases:\n  - how much\n' | 'en'     | '../../x'   | 'a'         || 'belongs to an intent'
        'phrases:\n  - how much\n' | '..'     | 'price.ask' | 'a'         || 'belongs to an intent'
        'phrases: [how much\n'     | 'en'     | 'price.ask' | 'a'         || "can't be read"
        'lists: {}\n'              | 'en'     | 'price.ask' | 'a'         || 'no list of phrases'
    }

    def "a bot's own file comes first, and a new one stands beside the shared ones"() {
        given:
        Files.createDirectories(bots.resolve('shop/intents/en'))
        Files.writeString(bots.resolve('shop/intents/en/price.ask.yml'), 'phrases:\n  - how much\n')

        when:
        TrainingFile.of(bots, 'shop', 'en', 'price.ask').add('the cost')
        TrainingFile.of(bots, 'shop', 'de', 'price.ask').add('was kostet das')

        then:
        Files.readString(bots.resolve('shop/intents/en/price.ask.yml')).contains('the cost')
        Files.readString(intents.resolve('de/price.ask.yml')) == 'phrases:\n  - was kostet das\n'
    }

    def "where no phrases are shared a new file is the bot's own"() {
        given:
        intents.toFile().deleteDir()
        when:
        TrainingFile.of(bots, 'shop', 'en', 'price.ask').add('the cost')
        then:
        Files.readString(bots.resolve('shop/intents/en/price.ask.yml')) == 'phrases:\n  - the cost\n'
    }
}
