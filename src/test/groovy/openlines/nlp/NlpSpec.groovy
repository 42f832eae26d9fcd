package openlines.nlp

import openlines.nlp.phrase.PhraseBook
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path
import java.time.Instant
import java.time.ZoneId
import java.util.concurrent.ForkJoinPool

class NlpSpec extends Specification {

    static final Hint HINT = Hint.none(ZoneId.of("Europe/Berlin"), Instant.parse("2026-11-21T10:00:00Z"))

    @TempDir Path folder

    @Shared Nlp nlp = Nlp.train(PhraseBook.shipped())

    def "a message in its own words is understood: #text"() {
        when:
        def understood = nlp.understand(text, HINT)

        then:
        understood.intent() == Optional.of(intent)
        understood.language() == language

        where:
        text                                          || language | intent
        "hello!"                                      || "en"     | "greeting"
        "hey, how much does the delivery cost?"       || "en"     | "price.ask"
        "can I please speak with a real human"        || "en"     | "human.please"
        "where's my parcel?"                          || "en"     | "order.status"
        "Здравствуйте!"                               || "ru"     | "greeting"
        "сколько стоит доставка до Москвы?"           || "ru"     | "price.ask"
        "соедините меня с живым оператором"           || "ru"     | "human.please"
        "до скольки вы сегодня работаете?"            || "ru"     | "opening.hours"
        "Guten Tag"                                   || "de"     | "greeting"
        "Was kostet das denn?"                        || "de"     | "price.ask"
        "Ich möchte bitte mit einem Menschen reden"   || "de"     | "human.please"
        "Bitte rufen Sie mich heute Abend an"         || "de"     | "callback.request"
        "спасибо большое вам"                         || "ru"     | "thanks"
        "👍"                                          || "en"     | "yes"
    }

    def "what no phrase speaks of is not understood: #text"() {
        expect:
        nlp.understand(text, HINT).intent() == Optional.empty()

        where:
        text << ["", "   ", "qwrtpsdf zxcvb", "the mitochondria is the powerhouse of the cell",
                 "интеграл от синуса по контуру равен нулю", "Die Hauptstadt von Frankreich heißt Paris", "\u0000\uD800"]
    }

    def "a short answer is understood whatever the dialog's language, and changes it only where it tells: '#text' in a dialog in '#dialog'"() {
        when:
        def understood = nlp.understand(text, new Hint(dialog, [] as Set, HINT.zone(), HINT.now()))

        then:
        understood.intent() == Optional.of(intent)
        understood.language() == language
        understood.entity("answer").map { it.value() }.orElse("") == answer

        where:
        dialog | text                    || intent         | language | answer
        ""     | "ok"                    || "yes"          | "en"     | "yes"
        "ru"   | "ok"                    || "yes"          | "ru"     | "yes"
        "de"   | "Okay"                  || "yes"          | "de"     | "yes"
        "de"   | "OK!!!"                 || "yes"          | "de"     | "yes"
        ""     | "да"                    || "yes"          | "ru"     | "yes"
        "en"   | "да"                    || "yes"          | "ru"     | "yes"
        "ru"   | "да ok"                 || "yes"          | "ru"     | "yes"
        ""     | "ja"                    || "yes"          | "de"     | "yes"
        "ru"   | "ja"                    || "yes"          | "de"     | "yes"
        "ru"   | "da"                    || "yes"          | "ru"     | "yes"
        "ru"   | "net"                   || "no"           | "ru"     | "no"
        "ru"   | "lf"                    || "yes"          | "ru"     | "yes"
        "ru"   | "ytn"                   || "no"           | "ru"     | "no"
        ""     | "no problem"            || "yes"          | "en"     | "yes"
        ""     | "nein danke"            || "no"           | "de"     | "no"
        "en"   | "nein danke"            || "no"           | "de"     | "no"
        ""     | "kein Problem"          || "yes"          | "de"     | "yes"
        ""     | "без проблем"           || "yes"          | "ru"     | "yes"
        ""     | "ага"                   || "yes"          | "ru"     | "yes"
        ""     | "неа"                   || "no"           | "ru"     | "no"
        "de"   | "no"                    || "no"           | "de"     | "no"
        "ru"   | "👍👍"                   || "yes"          | "ru"     | "yes"
        ""     | "thx"                   || "thanks"       | "en"     | ""
        ""     | "спс"                   || "thanks"       | "ru"     | ""
        "de"   | "hello, где мой заказ"  || "order.status" | "ru"     | ""
        "ru"   | "оператор please"       || "human.please" | "ru"     | ""
        ""     | "can I speak mit einem Menschen" || "human.please" | "de" | ""
        "ru"   | "how much is it"        || "price.ask"    | "en"     | ""
    }

    def "signs alone say nothing: #text"() {
        expect:
        nlp.understand(text, HINT).intent().empty

        where:
        text << ["?", "!!!", "...", "€", "?!?", "\n?\n", "()"]
    }

    def "an umlaut may be written out: #text"() {
        expect:
        nlp.understand(text, HINT).intent() == Optional.of(intent)
        nlp.understand(text, HINT).language() == "de"

        where:
        text                                       || intent
        "Wie spaet haben Sie geoeffnet?"           || "opening.hours"
        "Ich moechte bitte zurueckgerufen werden"  || "callback.request"
        "Koennen Sie mich zurueckrufen?"           || "callback.request"
        "Tschuess"                                 || "goodbye"
        "Schoenen Tag noch"                        || "goodbye"
        "natuerlich"                               || "yes"
        "Was kostet die Uebergroesse?"             || "price.ask"
    }

    def "what the bot has just asked for gets a head start"() {
        given:
        def expecting = new Hint("", ["no"] as Set, HINT.zone(), HINT.now())

        expect:
        chance(nlp.understand("not now maybe", expecting), "no") > chance(nlp.understand("not now maybe", HINT), "no")
    }

    def "typed in the wrong layout, transliterated, misspelt or shouted, it is still understood: #text"() {
        expect:
        nlp.understand(text, HINT).intent() == Optional.of(intent)

        where:
        text                            || intent
        "ghbdtn"                        || "greeting"
        "Plhfdcndeqnt"                  || "greeting"
        "crjkmrj cnjbn ljcnfdrf"        || "price.ask"
        "gjpjdbnt jgthfnjhf"            || "human.please"
        "privet"                        || "greeting"
        "zdravstvuyte"                  || "greeting"
        "skolko stoit dostavka?"        || "price.ask"
        "pozovite operatora pozhaluysta" || "human.please"
        "spasibo bolshoe"               || "thanks"
        "руддщ"                         || "greeting"
        "СКОЛЬКО СТОИТ???"              || "price.ask"
        "HOW MUCH IS IT?!"              || "price.ask"
        "helo"                          || "greeting"
        "thnaks"                        || "thanks"
        "сколко стоет"                  || "price.ask"
        "здраствуйте"                   || "greeting"
        "пааажалуйста позовите оператора" || "human.please"
        "offnungszeiten"                || "opening.hours"
        "Oeffnungszeiten"               || "opening.hours"
        "tschuss"                       || "goodbye"
        "gruss gott"                    || "greeting"
        "спасибо 🙏🙏🙏"                 || "thanks"
        "heeeelp"                       || "help"
        "hlp"                           || "help"
        "цна"                           || "price.ask"
    }

    def "what stands in a mistyped message is found where it stands"() {
        when:
        def understood = nlp.understand("gjpdjybnt vyt pfdnhf", HINT)

        then:
        understood.language() == "ru"
        understood.intent().get() == "callback.request"
        with(understood.entity("date").get()) {
            text() == "pfdnhf"
            value() == "2026-11-22"
            start() == 14
            end() == 20
        }
    }

    def "a capital that is two characters when small leaves everything in its place: #text"() {
        when:
        def understood = nlp.understand(text, new Hint("ru", [] as Set, HINT.zone(), HINT.now()))

        then:
        understood.entities().every { text.substring(it.start(), it.end()) == it.text() }
        understood.entity(type).get().text() == found

        where:
        text                             | type     || found
        "İİ pozvonite mne zavtra"        | "date"   || "zavtra"
        "\uFE0Fİİ час' .30"              | "number" || "30"
    }

    def "an address stays one in a transliterated message"() {
        expect:
        nlp.understand("pozvonite mne, moy email foo@bar.com", HINT).entity("email").get().value() == "foo@bar.com"
    }

    def "twenty thousand characters are read like twenty"() {
        expect:
        nlp.understand("where is my order? " + "x" * 20_000, HINT).ranking()[0].intent() == "order.status"
        nlp.understand("ГДЕ МОЙ ЗАКАЗ?! " + "а" * 20_000, HINT).ranking()[0].intent() == "order.status"
    }

    def "a model read from its file answers exactly as the one that was trained"() {
        given:
        def file = folder.resolve("model.bin")
        nlp.save(file)
        def loaded = Nlp.load(file)

        expect:
        ["hello", "сколько стоит?", "order A-10234 tomorrow at 5", "ghbdtn", "", "👍", "was kostet das am 5. Mai?"].each {
            assert loaded.understand(it, HINT) == nlp.understand(it, HINT)
        }
        loaded.fingerprint() == nlp.fingerprint()
    }

    def "the same phrases and seed give the same file, on however many processors#how"() {
        given:
        def book = new PhraseBook(PhraseBook.shipped().phrases().findAll { it.language() == "en" }, [], [])
        def training = new Training(full, 3, {})
        def files = [1, 2, 5].collect { processors ->
            def file = folder.resolve("${processors}.bin")
            try (def pool = new ForkJoinPool(processors)) {
                pool.submit({ Nlp.train(book, training).save(file) } as Runnable).get()
            }
            file
        }

        expect:
        Files.mismatch(files[0], files[1]) == -1
        Files.mismatch(files[0], files[2]) == -1

        and: "another seed another one"
        def other = folder.resolve("other.bin")
        Nlp.train(book, new Training(full, 4, {})).save(other)
        Files.mismatch(files[0], other) != -1

        where:
        full  | how
        false | ""
        true  | ", with networks"
    }

    def "a file that is no model, or a damaged one, is refused with a sentence"() {
        given:
        def file = folder.resolve("broken.bin")
        nlp.save(file)
        def bytes = Files.readAllBytes(file)
        damage(bytes)
        Files.write(file, bytes)

        when:
        Nlp.load(file)

        then:
        def refused = thrown(openlines.nlp.file.ModelFileException)
        refused.message.contains(what)

        where:
        what           | damage
        "not a model"  | { byte[] all -> all[0] = 7 }
        "train again"  | { byte[] all -> all[7] = 99 }
        "damaged"      | { byte[] all -> all[all.length - 5] ^= 1 }
        "damaged"      | { byte[] all -> all[30] ^= 1 }
    }

    def "training twice gives the same answers to the last digit"() {
        given:
        def again = Nlp.train(PhraseBook.shipped())

        expect:
        ["hello", "сколько стоит?", "what on earth"].each {
            assert again.understand(it, HINT) == nlp.understand(it, HINT)
        }
    }

    def "the keeping preset answers whatever the balanced one does, and more"() {
        given:
        def keeping = nlp.with(Scope.KEEPING)
        def texts = ["hm my thing", "it is about the invoice", "the price", "order", "can I", "wo denn", "почему так"]

        expect:
        texts.every { !nlp.understand(it, HINT).intent().present || keeping.understand(it, HINT).intent().present }
        texts.count { keeping.understand(it, HINT).intent().present } >= texts.count { nlp.understand(it, HINT).intent().present }
    }

    def "a bot without phrases understands nothing and still finds entities"() {
        given:
        def bare = Nlp.train(PhraseBook.empty())

        when:
        def understood = bare.understand("call +49 30 12345678", HINT)

        then:
        understood.intent().empty
        understood.ranking().empty
        understood.entity("phone").get().value() == "+493012345678"
    }

    private static double chance(understood, String intent) {
        understood.ranking().find { it.intent() == intent }?.confidence() ?: 0
    }
}
