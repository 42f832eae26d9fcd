package openlines.nlp

import openlines.nlp.entity.EntityFinder
import openlines.nlp.phrase.PhraseBook
import spock.lang.Shared
import spock.lang.Specification

import java.time.Instant
import java.time.ZoneId

class EntitySpec extends Specification {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin")
    static final Instant SATURDAY = Instant.parse("2026-11-21T10:00:00Z")

    @Shared EntityFinder finder = EntityFinder.of(PhraseBook.shipped())

    def "in #language, '#text' has #wanted"() {
        when:
        def found = finder.find(text, language, "", BERLIN, SATURDAY)

        then:
        found.collect { "$it.type=$it.value".toString() } == wanted

        and: "each says where it stands"
        found.every { text.substring(it.start(), it.end()) == it.text() }

        where:
        [language, text, wanted] << cases()
    }

    def "there are some seven hundred cases, each once, and more than a hundred where nothing may be found"() {
        expect:
        cases().size() >= 690
        cases().count { it[2].empty } >= 110
        cases().countBy { it[0..1] }.findAll { it.value > 1 }.isEmpty()
    }

    def "a list's value is found by its spellings, with a wrong letter and between other words"() {
        given:
        def own = EntityFinder.of(new PhraseBook([], [new openlines.nlp.phrase.ValueList("en", "city",
                [Berlin: ["the capital"], "Sankt Petersburg": ["Питер", "SPb"], Rome: []])], []))

        when:
        def found = own.find(text, "en", "", BERLIN, SATURDAY)

        then:
        found.collect { it.type() + "=" + it.value() } == wanted
        found.every { it.confidence() > 0 && it.confidence() <= 1 }

        where:
        text                             || wanted
        "to Berlin please"               || ["city=Berlin"]
        "to berlin, please"              || ["city=Berlin"]
        "to Berln please"                || ["city=Berlin"]
        "to Brelin please"               || ["city=Berlin"]
        "to Berlinn please"              || ["city=Berlin"]
        "the capital"                    || ["city=Berlin"]
        "из Питера"                      || ["city=Sankt Petersburg"]
        "sankt peterburg"                || ["city=Sankt Petersburg"]
        "from Berlin to Rome"            || ["city=Berlin", "city=Rome"]
        "roam around"                    || []
        "some"                           || []
        "Berliner Weisse"                || []
        "SPB"                            || ["city=Sankt Petersburg"]
    }

    def "a list's value is found in another case, number or gender: #text"() {
        given:
        def own = EntityFinder.of(new PhraseBook([], [new openlines.nlp.phrase.ValueList(language, "product",
                ["синяя футболка": [], "чёрные кроссовки": [], "Москва": [], "blaues Hemd": [], "Kleid": ["Abendkleid"], "blue shirt": [], "delivery": [], "Berlin": []])], []))

        when:
        def found = own.find(text, language, "", BERLIN, SATURDAY)

        then:
        found*.value() == wanted
        found.every { text.substring(it.start(), it.end()) == it.text() }

        where:
        language | text                                        || wanted
        "ru"     | "хочу синюю футболку"                       || ["синяя футболка"]
        "ru"     | "нет ли у вас синих футболок?"              || ["синяя футболка"]
        "ru"     | "пять синих футболок"                       || ["5", "синяя футболка"]
        "ru"     | "о чёрных кроссовках"                       || ["чёрные кроссовки"]
        "ru"     | "доставка в Москву"                         || ["Москва"]
        "ru"     | "из Москвы"                                 || ["Москва"]
        "ru"     | "футболку"                                  || []
        "ru"     | "московский"                                || []
        "ru"     | "синева и чернота"                          || []
        "de"     | "zwei blaue Hemden bitte"                   || ["2", "blaues Hemd"]
        "de"     | "des blauen Hemdes"                         || ["blaues Hemd"]
        "de"     | "Abendkleider"                              || ["Kleid"]
        "de"     | "Bekleidung"                                || []
        "en"     | "blue shirts, please"                       || ["blue shirt"]
        "en"     | "deliveries"                                || ["delivery"]
        "en"     | "a Berliner"                                || []
    }

    def "a value spelt right is surer than an inflected one"() {
        given:
        def own = EntityFinder.of(new PhraseBook([], [new openlines.nlp.phrase.ValueList("ru", "city", ["Москва": []])], []))

        expect:
        own.find("Москва", "ru", "", BERLIN, SATURDAY).first().confidence() == 1
        own.find("в Москве", "ru", "", BERLIN, SATURDAY).first().confidence() < 1
    }

    def "a misspelt value is less sure than one spelt right"() {
        given:
        def own = EntityFinder.of(new PhraseBook([], [new openlines.nlp.phrase.ValueList("en", "city", [Hamburg: []])], []))

        expect:
        own.find("Hamburg", "en", "", BERLIN, SATURDAY).first().confidence() == 1
        own.find("Hambrug", "en", "", BERLIN, SATURDAY).first().confidence() < 1
    }

    def "the same words are another day in another place"() {
        given:
        def late = Instant.parse("2026-11-21T23:30:00Z")

        expect:
        finder.find("today", "en", "", ZoneId.of(zone), late).first().value() == day

        where:
        zone                  || day
        "UTC"                 || "2026-11-21"
        "Europe/Berlin"       || "2026-11-22"
        "America/New_York"    || "2026-11-21"
        "Asia/Vladivostok"    || "2026-11-22"
    }

    def "an American line writes the month first"() {
        expect:
        finder.find("12/11/2026", "en", "", ZoneId.of("America/New_York"), SATURDAY).first().value() == "2026-12-11"
        finder.find("12/11/2026", "en", "", BERLIN, SATURDAY).first().value() == "2026-11-12"
    }

    def "a bot's careless pattern costs a long message that entity and nothing else"() {
        given: "alternatives repeated: the matcher needs some stack for each letter"
        def own = EntityFinder.of(new PhraseBook([], [], [
                new openlines.nlp.phrase.ValuePattern("en", "careless", ~/(?:a|x|y)+b/),
                new openlines.nlp.phrase.ValuePattern("en", "order", ~/AB-\d+/)]))

        expect:
        own.find("AB-17 aaxyb", "en", "", BERLIN, SATURDAY)*.type() == ["order", "careless"]
        own.find("AB-17 " + "xy" * 9_000 + "!", "en", "", BERLIN, SATURDAY)*.type() == ["order"]
    }

    def "a name that stands where names stood is found, though no list has it"() {
        given:
        def phrases = ["Anna", "Boris", "Clara", "David", "Emma", "Farid"].withIndex().collect { name, i ->
            new openlines.nlp.phrase.Phrase("en", "introduce", "my name is $name, hello", [new openlines.nlp.phrase.Mark(11, 11 + name.size(), "person", name)],
                    new openlines.nlp.phrase.Place("en/introduce.yml", i))
        } + ["where is it", "what is this", "is it open"].withIndex().collect { text, i ->
            new openlines.nlp.phrase.Phrase("en", "ask", text, [], new openlines.nlp.phrase.Place("en/ask.yml", i))
        }
        def own = EntityFinder.of(new PhraseBook(phrases, [], []))

        when:
        def found = own.find("my name is Zoltan, hello", "en", "introduce", BERLIN, SATURDAY)

        then:
        found*.type() == ["person"]
        found*.value() == ["Zoltan"]
        found[0].confidence() < 1
        own.find("where is it", "en", "ask", BERLIN, SATURDAY) == []
    }

    private static List<List> cases() {
        EntitySpec.getResource("/openlines/nlp/entities.txt").readLines("UTF-8")
                .findAll { !it.blank && !it.startsWith("#") }
                .collect { line ->
                    def parts = line.split(/\|/, -1)*.trim()
                    [parts[0], parts[1], parts[2] ? parts[2].split(/;\s*/).toList() : []]
                }
    }
}
