package openlines.nlp

import openlines.nlp.phrase.PhraseBook
import openlines.nlp.phrase.PhraseFileException
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path

class PhraseBookSpec extends Specification {

    @TempDir Path folder

    def "the shipped phrases cover twelve intents in three languages, without a warning"() {
        given:
        def book = PhraseBook.shipped()

        expect:
        book.languages() == ["de", "en", "ru"] as SortedSet
        book.intents().containsAll(["greeting", "human.please", "thanks", "goodbye", "price.ask", "opening.hours",
                                    "callback.request", "yes", "no", "help", "complaint", "order.status"])
        book.phrases().groupBy { [it.language(), it.intent()] }.values().every { it.size() >= 15 }
        book.warnings() == []
    }

    def "a file is phrases with entities marked in place, lists, patterns and synonyms"() {
        given:
        file "en/travel.yml", '''
            phrases:
              - I want to fly to [Berlin](city)
              - to [the big apple](city:New York) please
              - 'yes: tomorrow'
              - no
            lists:
              city: {Berlin: [the capital], Rome: []}
            patterns:
              flight: '[A-Z]{2}\\d{3,4}'
            synonyms:
              New York: [NYC]
            '''

        when:
        def book = PhraseBook.read(folder)

        then:
        book.phrases()*.text() == ["I want to fly to Berlin", "to the big apple please", "yes: tomorrow", "no"]
        book.phrases()*.intent().unique() == ["travel"]
        with(book.phrases()[0].marks()[0]) {
            [start(), end(), type(), value()] == [17, 23, "city", "Berlin"]
        }
        book.phrases()[1].marks()[0].value() == "New York"
        book.phrases()[2].place().toString() == "en/travel.yml:4"
        book.lists().find { it.type() == "city" }.spellings() == [Berlin: ["the capital"], Rome: []]
        book.patterns()[0].type() == "flight"
    }

    def "a plain list is a phrase file too"() {
        given:
        file "de/gruss.yml", "- hallo\n- moin\n"

        expect:
        PhraseBook.read(folder).phrases()*.text() == ["hallo", "moin"]
    }

    def "Rasa's training data loads as it is"() {
        given:
        file "en/nlu.yml", '''
            version: "3.1"
            nlu:
            - intent: book_flight
              examples: |
                - fly to [Berlin](city)
                - fly to [NYC]{"entity": "city", "value": "New York"}
            - synonym: New York
              examples: |
                - big apple
            - lookup: airline
              examples: |
                - Lufthansa
            - regex: flight
              examples: |
                - [A-Z]{2}[0-9]+
            '''

        when:
        def book = PhraseBook.read(folder)

        then:
        book.phrases()*.text() == ["fly to Berlin", "fly to NYC"]
        book.phrases()*.intent().unique() == ["book_flight"]
        book.phrases()[1].marks()[0].value() == "New York"
        book.lists()*.type() == ["", "airline"]
        book.patterns()[0].pattern().matcher("LH400").matches()
    }

    def "a plain TSV loads"() {
        given:
        file "ru/all.tsv", "привет\tgreeting\nсколько стоит\tprice\n"

        expect:
        PhraseBook.read(folder).intents() == ["greeting", "price"] as SortedSet
    }

    def "a bad file is an error with its file and line: #complaint"() {
        given:
        file name, text

        when:
        PhraseBook.read(folder)

        then:
        def refused = thrown(PhraseFileException)
        refused.complaints().size() == 1
        refused.complaints()[0].startsWith(complaint)

        where:
        name          | text                                             || complaint
        "en/a.yml"    | "phrases:\n  - one\nphrasez: []\n"               || "en/a.yml:3: unknown key 'phrasez'"
        "en/a.yml"    | "phrases:\n  - one\n  - {a: b}\n"                || "en/a.yml:3: expected text"
        "en/a.yml"    | "phrases:\n  - one\n  - [Berlin](city)\n"        || "en/a.yml:3:"
        "en/a.yml"    | "phrases:\n  - 'to [Berlin]()'\n"                || "en/a.yml:2: '[Berlin]()' does not name its entity"
        "en/a.yml"    | "phrases:\n  - ''\n"                             || "en/a.yml:2: the phrase is empty"
        "en/a.yml"    | "phrases: [a\nb: c\n"                            || "en/a.yml:2:"
        "en/a.yml"    | ""                                               || "en/a.yml:1: the file is empty"
        "en/a.yml"    | "just text\n"                                    || "en/a.yml:1: expected a list"
        "en/a.yml"    | "phrases: [a]\npatterns:\n  x: '(('\n"           || "en/a.yml:3: not a regular expression"
        "en/entities.yml" | "phrases: [a]\n"                             || "en/entities.yml:1: entities.yml has no phrases"
        "en/a.tsv"    | "fine\tgreeting\nno tab here\n"                  || "en/a.tsv:2: expected: text, a tab, intent"
        "en/nlu.yml"  | "nlu:\n- intent: a\n  examples: |\n    - x\n    y\n" || "en/nlu.yml:5: expected a line that begins with '- '"
        "stray.yml"   | "- a\n"                                          || "stray.yml:1: stands outside a language's folder"
    }

    def "all complaints come at once"() {
        given:
        file "en/a.yml", "phrasez: []\n"
        file "ru/b.yml", "phrases:\n  - ''\n"

        when:
        PhraseBook.read(folder)

        then:
        def refused = thrown(PhraseFileException)
        refused.complaints().size() == 2
    }

    def "bytes that are no UTF-8 are a complaint, not a crash"() {
        given:
        Files.createDirectories(folder.resolve("ru"))
        Files.write(folder.resolve("ru/a.yml"), "- привет\n".getBytes("windows-1251"))

        when:
        PhraseBook.read(folder)

        then:
        def refused = thrown(PhraseFileException)
        refused.complaints() == ["ru/a.yml:1: is not UTF-8"]
    }

    def "doubled phrases, phrases of two intents and intents with too few are named"() {
        given:
        file "en/yes.yml", "- yes\n- sure\n- Yes!!\n- of course\n- right\n- yes\n"
        file "en/ok.yml", "- sure\n- fine\n"

        expect:
        PhraseBook.read(folder).warnings() == [
                'en/yes.yml:2: "sure" is a phrase of yes and of ok (en/ok.yml:1)',
                'en/yes.yml:6: "yes" is written twice, first at en/yes.yml:1',
                'en/ok has only 2 phrases; 5 or more are needed to learn from']
    }

    def "a bot's own phrases join the shipped ones"() {
        given:
        file "en/pizza.yml", "- a pizza please\n"

        when:
        def book = PhraseBook.shipped().and(PhraseBook.read(folder))

        then:
        book.intents().containsAll(["pizza", "greeting"])
    }

    private void file(String name, String text) {
        def path = folder.resolve(name)
        Files.createDirectories(path.parent)
        Files.writeString(path, text.stripIndent().stripLeading(), StandardCharsets.UTF_8)
    }
}
