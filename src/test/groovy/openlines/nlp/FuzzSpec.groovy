package openlines.nlp

import openlines.nlp.phrase.PhraseBook
import openlines.nlp.phrase.ValueList
import openlines.nlp.text.MessageSentences
import spock.lang.Shared
import spock.lang.Specification

import java.lang.management.ManagementFactory
import java.time.Instant
import java.time.ZoneId

/** The whole million is run with -Dopenlines.fuzz=1000000; the ordinary run takes a share of it. */
class FuzzSpec extends Specification {

    static final int STRINGS = Integer.getInteger("openlines.fuzz", 5_000)
    static final Hint HINT = new Hint("ru", [] as Set, ZoneId.of("Europe/Moscow"), Instant.parse("2026-11-21T10:00:00Z"))

    @Shared Nlp nlp = Nlp.train(PhraseBook.shipped().and(new PhraseBook([],
            [new ValueList("ru", "product", ["синяя футболка": ["майка"], "Sankt Petersburg": ["Питер"], "tomorrow": [], "чёрные кроссовки": []])], [])))

    def "no string makes it stumble, and what is found lies inside the string"() {
        given:
        def random = new SplittableRandom(7)
        def strange = new Strange(random)

        when:
        def longest = 0L
        String worst = null
        String why = null
        for (int i = 0; i < STRINGS && worst == null; i++) {
            def text = i % 20_000 == 19_999 ? strange.megabyte() : strange.next()
            try {
                if (!sound(text, nlp.understand(text, HINT))) {
                    worst = text
                }
                MessageSentences.INSTANCE.sentDetect(text)
            } catch (RuntimeException | StackOverflowError e) {
                worst = text
                why = e.toString()
            }
            longest = Math.max(longest, text.length())
        }

        then:
        why == null
        worst == null
        longest > 100
    }

    def "a megabyte is answered as readily as a page: the text beyond the limits is not read"() {
        expect:
        sound(text, nlp.understand(text, HINT))

        where:
        text << ["a" * 1_000_000, "1" * 1_000_000, "привет " * 150_000, "@." * 500_000, "1.1." * 250_000,
                 "\uD83D\uDE00" * 500_000, "+7 " * 300_000, "a@" * 400_000, "www." * 250_000, "(" * 1_000_000, "\u0301" * 1_000_000,
                 "twenty " * 150_000, "in in in at at " * 60_000, "\u0000" * 1_000_000]
    }

    def "twice the text costs about twice the work: #name"() {
        given: "nobody's clock: what the thread itself burns, and the best of several tries"
        def small = piece * (SIZE.intdiv(piece.length()))
        def large = piece * (8 * SIZE.intdiv(piece.length()))

        expect: "eight times the text, far from sixty-four times the work"
        burnt(large) < 24 * Math.max(burnt(small), LEAST_NANOS)

        where:
        name                  | piece
        "letters"             | "a"
        "digits"              | "1"
        "words"               | "привет "
        "numbers"             | "1234 "
        "groups"              | "1 500 "
        "spoken numbers"      | "twenty "
        "compound numbers"    | "hundertund"
        "prepositions"        | "in in at at "
        "hours"               | "с 9 до 5 "
        "dates"               | "5 мая "
        "mail"                | "a@"
        "dots"                | "a."
        "hosts"               | "www."
        "phones"              | "+7 "
        "brackets"            | "("
        "accents"             | "\u0301"
        "emoji"               | "\uD83D\uDE00"
        "surrogates"          | "\uD83D"
        "sentences"           | "where is it? "
        "misspelt words"      | "delibery opertaor "
        "Arabic ligatures"    | "ﷺ"
        "accents to sort"     | "\u0315\u0300"
        "two-part accents"    | "\u0F71\u0F72"
        "accented letters"    | "a\u0301"
    }

    /** Texts below the sizes at which reading stops, or nothing would grow. */
    static final int SIZE = 2_000
    static final long LEAST_NANOS = 200_000

    private long burnt(String text) {
        def threads = ManagementFactory.threadMXBean
        nlp.understand(text, HINT)
        (1..5).collect {
            def before = threads.currentThreadCpuTime
            nlp.understand(text, HINT)
            threads.currentThreadCpuTime - before
        }.min()
    }

    private static boolean sound(String text, understood) {
        understood.text() == text &&
                understood.ranking().size() <= 3 &&
                understood.ranking().every { it.confidence() >= 0 && it.confidence() <= 1.0001 } &&
                understood.entities().every { 0 <= it.start() && it.start() < it.end() && it.end() <= text.length() }
    }

    /** Strings nobody would write, and strings made of what the grammars look for. */
    static class Strange {
        static final List<String> PIECES = ["from", "to", "с", "до", "пол", "полвосьмого", "четверть", "einhalb", "Mo", "Fr", "einhundertund", "dozen", "half a", "million", "USD", "dreiviertel", "vor", "через", "час", "at", "5", "в", "um", "halb", "половина", ":", ".", "-", "/", "€", "%", "tomorrow", "через", "in", "2 ",
                                            "Mai", "мая", "may", "@", "www.", "http://", "+49", "30", "февраля", "twenty", "hundert", "тысяч", "e.g.", "😀",
                                            "\u200D", "\uFE0F", "'", "’", "ß", "İ", "ŉ", "ﷺ", "Ǆ", "١٢", "९", "和", "ก", "\uD800", "\uDC00", "\t", "\n", "\u2028"]
        final SplittableRandom random

        Strange(SplittableRandom random) {
            this.random = random
        }

        String megabyte() {
            def text = new StringBuilder()
            while (text.length() < 1_000_000) {
                text.append(next())
            }
            text.toString()
        }

        String next() {
            def text = new StringBuilder()
            int size = random.nextInt(random.nextInt(50) == 0 ? 400 : 30)
            int kind = random.nextInt(4)
            for (int i = 0; i < size; i++) {
                if (kind == 0) {
                    text.append((char) random.nextInt(0x10000))
                } else if (kind == 1) {
                    text.appendCodePoint(random.nextInt(0x110000))
                } else if (kind == 2) {
                    text.append((char) random.nextInt(0x20 + random.nextInt(0x60)))
                } else {
                    text.append(PIECES[random.nextInt(PIECES.size())])
                    if (random.nextBoolean()) {
                        text.append(" ")
                    }
                }
            }
            text.toString()
        }
    }
}
