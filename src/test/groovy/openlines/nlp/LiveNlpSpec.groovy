package openlines.nlp

import openlines.nlp.phrase.PhraseBook
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.concurrent.BlockingVariable

import java.nio.file.Files
import java.nio.file.Path
import java.time.Instant
import java.time.ZoneId
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.CountDownLatch
import java.util.concurrent.atomic.AtomicBoolean

class LiveNlpSpec extends Specification {

    static final int READERS = 4
    static final Hint HINT = Hint.none(ZoneId.of("UTC"), Instant.EPOCH)

    @TempDir Path folder
    def said = new CopyOnWriteArrayList<String>()
    LiveNlp live

    def setup() {
        Files.createDirectories(folder.resolve("en"))
        write("greeting", ["hello", "hi there", "good morning", "hey", "hello you"])
        write("price", ["how much is it", "what does it cost", "what is the price", "price please", "how much"])
        live = new LiveNlp({ PhraseBook.read(folder) }, [folder], new Training(false, 1, said::add))
    }

    def cleanup() {
        live.close()
    }

    def "a new phrase file is learned while the old model goes on answering"() {
        given:
        def swapped = new BlockingVariable<Nlp>(20)
        live.onSwap(swapped::set)
        live.watch()
        def before = live.current()

        when:
        write("weather", ["will it rain", "is it sunny", "what is the weather like", "how warm is it outside", "rain today"])
        def after = swapped.get()

        then:
        !before.intents().contains("weather")
        after.intents().contains("weather")
        live.current().is(after)
        live.current().understand("will it rain today", HINT).ranking()[0].intent() == "weather"
    }

    def "who reads while it is swapped sees the old model or the new one, whole, and never waits for one"() {
        given:
        def stop = new AtomicBoolean()
        def seen = new ConcurrentHashMap<Set<String>, Boolean>()
        def wrong = new CopyOnWriteArrayList<String>()
        def started = new CountDownLatch(READERS)
        def readers = (1..READERS).collect {
            Thread.ofVirtual().start {
                boolean first = true
                while (!stop.get()) {
                    def model = live.current()
                    def understood = model.understand("how much is it", HINT)
                    seen[model.intents() as Set] = true
                    if (understood.ranking()*.intent().any { !model.intents().contains(it) } || understood.ranking()[0].intent() != "price") {
                        wrong << understood.toString()
                    }
                    if (first) {
                        first = false
                        started.countDown()
                    }
                }
            }
        }
        started.await()

        when: "three changes, each learned while all of them read"
        def swapped = ["weather": "will it rain", "refund": "give me my money back", "size": "does it fit me"].collect { intent, phrase ->
            write(intent, [phrase, "$phrase today", "$phrase please", "tell me $phrase", "so $phrase"])
            live.refresh()
        }
        stop.set(true)
        readers*.join()

        then:
        swapped == [true, true, true]
        wrong.empty
        seen.keySet().every { it in [["greeting", "price"] as Set, ["greeting", "price", "weather"] as Set,
                                     ["greeting", "price", "refund", "weather"] as Set, ["greeting", "price", "refund", "size", "weather"] as Set] }
        seen.containsKey(["greeting", "price"] as Set)
        live.current().intents().toSet() == ["greeting", "price", "refund", "size", "weather"] as Set
    }

    def "a broken file is complained about, with its line, and changes nothing"() {
        given:
        def before = live.current()

        when:
        Files.writeString(folder.resolve("en/weather.yml"), "phrases:\n  - rain\nfrases: []\n")

        then:
        !live.refresh()
        live.current().is(before)
        said.any { it.startsWith("en/weather.yml:3: unknown key 'frases'") }
    }

    def "the same phrases are not learned twice"() {
        given:
        def before = live.current()

        when:
        write("greeting", ["hello", "hi there", "good morning", "hey", "hello you"])

        then:
        !live.refresh()
        live.current().is(before)
    }

    private void write(String intent, List<String> phrases) {
        Files.writeString(folder.resolve("en/${intent}.yml"), "phrases:\n" + phrases.collect { "  - $it\n" }.join())
    }
}
