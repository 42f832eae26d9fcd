package openlines.nlp

import openlines.nlp.phrase.PhraseBook
import spock.lang.Shared
import spock.lang.Specification

import java.time.Instant
import java.time.ZoneId

class NlpSpec extends Specification {

    static final Hint HINT = Hint.none(ZoneId.of("Europe/Berlin"), Instant.parse("2026-11-21T10:00:00Z"))

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

    def "what the bot has just asked for gets a head start"() {
        given:
        def expecting = new Hint("", ["no"] as Set, HINT.zone(), HINT.now())

        expect:
        chance(nlp.understand("not now maybe", expecting), "no") > chance(nlp.understand("not now maybe", HINT), "no")
    }

    private static double chance(understood, String intent) {
        understood.ranking().find { it.intent() == intent }?.confidence() ?: 0
    }
}
